"""Is this paper what the portal issued?"""

import hashlib

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lacralo.core.pdf.codes import read_code
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.pdf.selectors import confirmation
from lacralo.core.permissions import public


@public
def verify(request):
    """Enter the code that stands on a document (`?code=`)."""
    typed = request.GET.get("code", "").strip()[:100]
    if typed and (found := confirmation(typed)):
        return redirect(found.document)
    status = 404 if typed else 200
    context = {"typed": typed, "can_be_a_code": bool(read_code(typed))}
    return render(request, "home/verify.html", context, status=status)


@public
def verified(request, code):
    """What the portal knows of the document with that code; a file can be compared with it (POST)."""
    found = confirmation(code)
    if found is None:
        context = {"typed": code[:100], "can_be_a_code": bool(read_code(code))}
        return render(request, "home/verify.html", context, status=404)
    digest = _digest_of(request) if request.method == "POST" else None
    context = {
        "confirmation": found,
        "digest": digest,
        "is_same": found.is_same_file(digest) if digest else None,
        "is_nothing": request.method == "POST" and not digest,
    }
    return render(request, "home/verified.html", context)


def _digest_of(request) -> str:
    """The SHA-256 of the file sent, or the one typed; the file is read and forgotten."""
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("digest", "").strip().lower()[:64]
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


@public
def verified_file(request, code):
    """The file as it was issued."""
    code = read_code(code)
    if code is None:
        raise Http404
    document = get_object_or_404(IssuedDocument, code=code)
    response = HttpResponse(bytes(document.content), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="lacralo-{document.code}.pdf"'
    return response
