from django.db import migrations, models


# No vote was closed in service before this: a board without a salt would need the verifier of its day.
class Migration(migrations.Migration):

    dependencies = [
        ('elections', '0003_no_statistics_of_what_is_sealed'),
    ]

    operations = [
        migrations.AddField(
            model_name='board',
            name='voters_salt',
            field=models.CharField(default='', max_length=32, verbose_name='salt of the hash of voters'),
            preserve_default=False,
        ),
    ]
