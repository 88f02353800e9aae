"""Components drawn from `templates/components/`; loaded through `{% load lacralo %}`."""

from fractions import Fraction

from django import template
from django.utils.html import format_html

from lacralo.core.figures import exact, half_up

register = template.Library()

#: Height in pixels of one bar of a chart with the line that names it.
_BAR_STEP = 44


def _draw(context, component, /, **values):
    """A component's template in a fresh context that keeps only the request and the CSRF token."""
    drawing = context.template.engine.get_template(f"components/{component}.html")
    kept = {"csrf_token": context.get("csrf_token"), "request": context.get("request")}
    return drawing.render(context.new(kept | values))


@register.simple_tag
def tag(words, tone="plain"):
    """A status in words, tinted by its tone (plain, info, good, warn, bad)."""
    return format_html('<span class="tag {}">{}</span>', tone, words)


@register.simple_block_tag(takes_context=True)
def banner(context, content, tone="info", title="", role=""):
    """A boxed notice; give `role="status"` or `"alert"` only to what has just happened."""
    return _draw(context, "banner", body=content, tone=tone, title=title, role=role)


@register.simple_block_tag(takes_context=True)
def details(context, content, summary, open=False):
    """A disclosure."""
    return _draw(context, "details", body=content, summary=summary, is_open=open)


@register.simple_block_tag
def summary(content):
    """A summary list, also "check your answers"; filled with `{% row %}`."""
    return format_html('<dl class="summary">{}</dl>', content)


@register.simple_block_tag(takes_context=True)
def row(context, content, name, change=""):
    """One line of a summary list, with an optional link to change it."""
    return _draw(context, "row", body=content, name=name, change=change)


@register.simple_block_tag
def tasks(content):
    """A task list; filled with `{% task %}`."""
    return format_html('<ul class="tasks">{}</ul>', content)


@register.simple_block_tag(takes_context=True)
def task(context, content, title, url="", status="", tone="plain"):
    """One task: a link when it can be done, a hint, a status in words."""
    return _draw(context, "task", body=content, title=title, url=url, status=status, tone=tone)


@register.simple_block_tag
def timeline(content):
    """What happens when; filled with `{% event %}`."""
    return format_html('<ol class="timeline">{}</ol>', content)


@register.simple_block_tag(takes_context=True)
def event(context, content, title, at=None, until=None, state="next"):
    """One point of a timeline, on a day or at a moment, done, now or next."""
    return _draw(context, "event", body=content, title=title, at=at, until=until, state=state)


@register.simple_block_tag
def steps(content):
    """Numbered steps; filled with `{% step %}`."""
    return format_html('<ol class="steps">{}</ol>', content)


@register.simple_block_tag(takes_context=True)
def step(context, content, title, url="", state="next"):
    """One step, done, now or next."""
    return _draw(context, "step", body=content, title=title, url=url, state=state)


@register.simple_block_tag(takes_context=True)
def table(context, content, caption, stack=False):
    """A captioned table that scrolls inside itself on a phone, or stacks its rows there."""
    return _draw(context, "table", body=content, caption=caption, stack=stack)


@register.simple_tag(takes_context=True)
def reasons(context, verdict):
    """A verdict line by line: passed or not, why, article, what would change it."""
    return _draw(context, "reasons", verdict=verdict)


@register.simple_tag(takes_context=True)
def why(context, verdict, summary, open=False):
    """ "Why am I (not) eligible": the reasons inside a disclosure."""
    return _draw(context, "details", body=reasons(context, verdict), summary=summary, is_open=open)


@register.simple_tag(takes_context=True)
def act_button(context, verdict, url, label, kind="", method="post", name="", value=""):
    """The button of an act where the verdict allows it; otherwise why not, and what would change it."""
    return _draw(
        context,
        "act_button",
        verdict=verdict,
        url=url,
        label=label,
        kind=kind,
        is_link=method == "get",
        name=name,
        value=value,
    )


@register.simple_tag(takes_context=True)
def error_summary(context, *forms):
    """What is wrong in the forms of a page, each line a link to its field; nothing when nothing is."""
    fields = [field for form in forms for field in form]
    wrong = [(_first_id(field), field.label, error) for field in fields for error in field.errors]
    general = [error for form in forms for error in form.non_field_errors()]
    if not wrong and not general:
        return ""
    return _draw(context, "error_summary", wrong=wrong, general=general)


def _first_id(field):
    """The id of the control that a link to the field should reach."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def who_sees(field):
    """Who may read what is entered here, as the form declares it."""
    return getattr(field.form, "who_sees", {}).get(field.name, "")


@register.filter
def described(field):
    """The widget, described to screen readers by its help, by who sees it and by its errors."""
    ids = described_by(field)
    return field.as_widget(attrs={"aria-describedby": ids} if ids and not field.use_fieldset else None)


@register.filter
def described_by(field):
    """The ids of help, audience and errors that exist for a field."""
    texts = {"helptext": field.help_text, "who": who_sees(field), "error": field.errors}
    return " ".join(f"{field.auto_id}_{part}" for part, text in texts.items() if text)


@register.simple_tag(takes_context=True)
def bar_chart(context, title, bars, unit="", of=""):
    """Horizontal bars as SVG, and the same numbers as a table below; `of` heads the column of names."""
    bars = [_plain(bar) for bar in bars]
    top = max((exact(bar["value"]) for bar in bars), default=Fraction(0)) or Fraction(1)
    drawn = [
        bar
        | {
            "width": half_up(exact(bar["value"]) * 100 / top),
            "text_y": 16 + number * _BAR_STEP,
            "bar_y": 22 + number * _BAR_STEP,
        }
        for number, bar in enumerate(bars)
    ]
    return _draw(
        context,
        "bar_chart",
        title=title,
        unit=unit,
        of=of,
        bars=drawn,
        height=_BAR_STEP * len(drawn),
        has_notes=any(bar["note"] for bar in drawn),
    )


def _plain(bar):
    """A bar given as a mapping or as an object."""
    if isinstance(bar, dict):
        return {"label": bar["label"], "value": bar["value"], "note": bar.get("note", "")}
    return {"label": bar.label, "value": bar.value, "note": getattr(bar, "note", "")}


@register.simple_tag(takes_context=True)
def pagination(context, page_obj):
    """Links to the pages before and after; the rest of the query string stays."""
    if not page_obj.has_other_pages():
        return ""
    return _draw(context, "pagination", page=page_obj)


@register.simple_block_tag(takes_context=True)
def breadcrumbs(context, content):
    """Where the reader is; filled with `{% crumb %}`."""
    return _draw(context, "breadcrumbs", body=content)


@register.simple_tag
def crumb(title, url=""):
    """One step of the way here; the last has no link."""
    if url:
        return format_html('<li><a href="{}">{}</a></li>', url, title)
    return format_html('<li aria-current="page">{}</li>', title)
