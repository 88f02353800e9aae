"""The one settings file, read from the environment.

With nothing set the portal runs by itself: SQLite, tasks in-process, mails to the console.
With DATABASE_URL and REDIS_URL set it runs on PostgreSQL and Redis with real workers.
"""

import os
import secrets
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("LACRALO_HOME", BASE_DIR / "var"))
DEMO = os.environ.get("LACRALO_DEMO") == "1"
TESTING = os.environ.get("LACRALO_TEST") == "1"
DEBUG = os.environ.get("LACRALO_DEBUG") == "1"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
REDIS_URL = os.environ.get("REDIS_URL", "")
#: Without a broker, tasks run in the server and a small thread rings the deadlines.
EMBEDDED = not REDIS_URL


def _own_secret() -> str:
    """A key made once and kept beside the embedded database; a real service sets SECRET_KEY."""
    HOME.mkdir(parents=True, exist_ok=True)
    kept = HOME / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = os.environ.get("SECRET_KEY") or _own_secret()
PORTAL_URL = os.environ.get("PORTAL_URL", "http://127.0.0.1:8000").rstrip("/")
_https = PORTAL_URL.startswith("https://")
if DEMO and _https:
    raise ImproperlyConfigured("The demonstration opens every account: it is not served to others.")
_host = PORTAL_URL.split("//", 1)[1].split("/")[0].rsplit(":", 1)[0]
_more_hosts = filter(None, os.environ.get("ALLOWED_HOSTS", "").split(","))
ALLOWED_HOSTS = sorted({_host, "127.0.0.1", "localhost", "[::1]", *_more_hosts})
CSRF_TRUSTED_ORIGINS = [PORTAL_URL]
MAIL_DOMAIN = os.environ.get("MAIL_DOMAIN", _host)

INSTALLED_APPS = [
    "lacralo.home.apps.HomeConfig",
    "elections",
    "conflicts",
    "members",
    "lacralo.core",
    "lacralo.home.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_countries",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lacralo.core.readonly.GetWritesNothing",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lacralo.core.permissions.AtTheDoor",
    "lacralo.home.adapters.sessions.EndOldSessions",
    "lacralo.home.adapters.second_factor.RequireSecondFactor",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "lacralo.urls"
WSGI_APPLICATION = "lacralo.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lacralo.home.adapters.context.portal",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

_sqlite = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOME / "db.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Recursive triggers: without them a row that INSERT OR REPLACE pushes out is removed unguarded.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        " PRAGMA recursive_triggers=ON;",
    },
}
_postgresql = {}
if DATABASE_URL:
    _postgresql = dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)
    _postgresql.setdefault("OPTIONS", {})["options"] = "-c lock_timeout=15s -c statement_timeout=60s"
DATABASES = {"default": _postgresql or _sqlite}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_shared_cache = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
_own_cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES = {"default": _own_cache if EMBEDDED else _shared_cache}

CELERY_BROKER_URL = REDIS_URL or "memory://localhost"
CELERY_TASK_ALWAYS_EAGER = EMBEDDED
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "max_retries": 1, "visibility_timeout": 600}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "ring the deadlines that are due": {"task": "core.ring", "schedule": 60},
    "send the mails that wait": {"task": "core.send", "schedule": 60},
    "forget the sessions that are over": {"task": "core.tidy", "schedule": 86400},
}

AUTH_USER_MODEL = "core.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]  # fmt: skip
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:front"
ACCOUNT_ADAPTER = "lacralo.home.adapters.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
#: How many proxies stand before the portal: attempts are counted by the address that the last one saw.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "1" if _https else "0"))
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[LACRALO] "
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "LACRALO"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _https

#: Sessions end after two idle hours, and after half a day in any case.
SESSION_COOKIE_AGE = 2 * 60 * 60
SESSION_MAXIMUM = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-session" if _https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _https else "csrf"
LANGUAGE_COOKIE_NAME = "language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 63072000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "lacralo.home.views.errors.csrf_failure"

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("pt-br", "Português"), ("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "lacralo" / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
COUNTRIES_FIRST_BREAK = None
COUNTRIES_COMMON_NAMES = True
#: The library misprints TT in Spanish and calls GY French Guiana in French; ours are in our own catalogues.
COUNTRIES_OVERRIDE = {"GY": _("Guyana"), "TT": _("Trinidad and Tobago")}

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", HOME / "static"))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
_hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
#: Once `collectstatic` has run, names carry the hash of the file and are kept by browsers for ever.
_has_manifest = (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv
_is_collected = _has_manifest and not TESTING and not DEMO
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _hashed if _is_collected else _plain},
}
WHITENOISE_USE_FINDERS = not _is_collected

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if DEMO:
    # The demonstration shows its mails on a page (`home:outbox`) and writes to nobody.
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
elif not os.environ.get("EMAIL_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "1") == "1"
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", f"LACRALO <portal@{MAIL_DOMAIN}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

#: Reports of failures carry no value of a variable and nothing that was posted, in any mode.
DEFAULT_EXCEPTION_REPORTER_FILTER = "lacralo.core.reports.NothingOfThePerson"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_REVERT_DISABLED = True
#: What Los Angeles calls it and what the portal is called, in every language.
PORTAL_NAME = _("LACRALO governance portal")
