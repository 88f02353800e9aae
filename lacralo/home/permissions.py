"""What is open only to who sits at this machine."""

from ipaddress import ip_address


def is_at_this_machine(request) -> bool:
    """Whether the request comes from a loopback address and through no proxy."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
