"""Mails go through an outbox: written with the act, sent by a task."""
