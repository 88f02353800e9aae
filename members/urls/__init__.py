"""The pages of members: the register, and what each member takes part in."""

from importlib import import_module
from pkgutil import iter_modules

app_name = "members"

urlpatterns = [
    pattern
    for module in iter_modules(__path__)
    for pattern in import_module(f"{__name__}.{module.name}").urlpatterns
]
