# One image for the server, the workers and the set-up; compose says which of them it is.
FROM python:3.12-slim-bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /portal
ENV PIP_NO_CACHE_DIR=1 PYTHONUNBUFFERED=1 PATH=/portal/.venv/bin:$PATH

# The packages first: this layer is made again only when their list changes.
COPY manage.py requirements.txt ./
RUN python3 manage.py setup

COPY . .
RUN useradd --system --uid 10001 --home-dir /portal portal && install -d -o portal -g portal /portal/var
USER portal

EXPOSE 8000
# No access log: it would note, to the second, who was at the ballot.
CMD ["gunicorn", "lacralo.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--graceful-timeout", "30", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
