#!/usr/bin/env python3
"""Recounts an election of LACRALO from its published bundle.

    python3 lacralo_verify.py bundle.json [--lang es|pt|en|fr] [--head HASH] [--fingerprint HASH]

One file, no dependency, any Python from 3.8 on.  It recomputes the fingerprint of the roll, every weight,
which ballots count, the totals, the quorum, the outcome, the told count, and the links of the audit chain.
Each check says OK or FAILED and names the first bad entry; the exit code is 0 when all are OK, else 1.
--head and --fingerprint compare with what was published elsewhere (the proclamation, a mail, your notes):
without them a bundle that was forged as a whole, and consistently, cannot be told from a true one.
"""

# ruff: noqa: E501 - a sentence in four languages is read best when each stands in one line

import argparse
import hashlib
import json
import math
import os
import re
import sys
from fractions import Fraction

ABSTAIN = "abstain"
FIELDS = (
    "sequence",
    "at",
    "act",
    "actor_role",
    "actor_id",
    "subject_type",
    "subject_id",
    "digest",
    "rule_set",
)
PARTS = (
    "schema",
    "election",
    "candidates",
    "rules",
    "roll",
    "ballots",
    "quorum",
    "tally",
    "trace",
    "chain",
)
OPENED = "elections.vote_opened"
ACCLAIMED = "elections.candidate_acclaimed"
CAST = "elections.ballot_cast"
COUNTED = "elections.vote_counted"


class Failure(Exception):
    """A check did not hold: the name of the sentence, and what it is filled with."""

    def __init__(self, sentence, **facts):
        self.sentence, self.facts = sentence, facts
        super().__init__(sentence)


# Exact numbers, canonical text, hashes


def number(text):
    """The exact number of a text such as "25/32"; nothing else is one."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]+(/[1-9][0-9]*)?", text):
        raise Failure("not_exact", found=repr(text))
    return Fraction(text)


def canonical(thing):
    """JSON with sorted keys and no spaces."""
    return json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(thing):
    """SHA-256 of the canonical JSON."""
    return hashlib.sha256(canonical(thing).encode("utf-8")).hexdigest()


def without(mapping, *names):
    """The mapping without these names."""
    return {name: value for name, value in mapping.items() if name not in names}


def _refuse_float(text):
    raise Failure("not_exact", found=text)


def _no_name_twice(pairs):
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise Failure("name_twice", found=name)
    return dict(pairs)


def load(path):
    """The bundle of a file.  Raises Failure when it is no JSON object with exact numbers."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            bundle = json.load(
                file,
                parse_float=_refuse_float,
                parse_constant=_refuse_float,
                object_pairs_hook=_no_name_twice,
            )
    except OSError as error:
        raise Failure("unreadable", found=error.strerror or str(error)) from error
    except ValueError as error:
        raise Failure("not_json", found=str(error)) from error
    if not isinstance(bundle, dict):
        raise Failure("not_json", found=type(bundle).__name__)
    return bundle


# The checks: each returns the facts of its sentence, or raises Failure


def check_schema(bundle):
    """The bundle is of the kind that this program knows."""
    if bundle.get("schema") != "lacralo-bundle/1":
        raise Failure("schema_unknown", found=bundle.get("schema"))
    for name in sorted({*PARTS, *bundle}):
        if name not in PARTS or name not in bundle:
            raise Failure("part_missing", found=name)
    ballot = bundle["election"]["ballot"]
    voted = ballot in ("plurality", "ratification")
    if not voted and ballot != "acclamation":
        raise Failure("schema_unknown", found=ballot)
    for name in ("roll", "quorum", "tally"):
        if voted != (bundle[name] is not None):
            raise Failure("part_missing", found=name)
    return {"schema": bundle["schema"], "election": bundle["election"]["id"]}


def check_acclamation(bundle):
    """After an acclamation there is one candidate and no ballot."""
    candidates = bundle["candidates"]
    if len(candidates) != 1 or bundle["ballots"] or bundle["trace"]:
        raise Failure("not_an_acclamation", found=len(candidates))
    return {"candidate": candidates[0]["name"]}


def check_fingerprint(bundle, published=None):
    """The roll has the fingerprint that it says, and the one published elsewhere."""
    said, found = bundle["roll"]["fingerprint"], digest(without(bundle["roll"], "fingerprint"))
    if said != found:
        raise Failure("fingerprint_differs", said=said, found=found)
    if published and published != found:
        raise Failure("fingerprint_other", said=published, found=found)
    return {"fingerprint": found}


def check_roll(bundle):
    """Places are numbered once each, members stand once, and the sums are those of the places."""
    roll = bundle["roll"]
    if roll.get("schema") != "lacralo-roll/1":
        raise Failure("schema_unknown", found=roll.get("schema"))
    members = set()
    for expected, place in enumerate(roll["places"], 1):
        if place["place"] != expected:
            raise Failure("place_number", place=place["place"], expected=expected)
        if place["member"] in members:
            raise Failure("member_twice", place=place["place"], member=place["name"])
        members.add(place["member"])
    if not members:
        raise Failure("roll_empty")
    total = sum((number(place["weight"]) for place in roll["places"]), Fraction(0))
    if number(roll["total"]) != total:
        raise Failure("roll_total", said=roll["total"], found=total)
    return {"places": len(members), "total": total}


def weights_of(roll, parameters):
    """Every place's weight, from the countries of the members and the parameters alone."""
    weighed = [place for place in roll["places"] if place["kind"] != "collective"]
    heads = {}
    for place in weighed:
        heads[place["country"]] = heads.get(place["country"], 0) + 1
    weight = {
        country: _weight_in(count, len(heads), len(weighed), parameters) for country, count in heads.items()
    }
    lowest = min(weight.values())
    return {
        place["place"]: lowest if place["kind"] == "collective" else weight[place["country"]]
        for place in roll["places"]
    }, len(heads)


def _weight_in(count, countries, members, parameters):
    scheme = parameters["weighting"]
    if scheme == "equal_country":
        return Fraction(parameters["weight_total"]) / countries / count
    if scheme == "one_member_one_vote":
        return Fraction(1)
    if scheme == "country_cap":
        return min(Fraction(1), number(parameters["country_cap_share"]) * members / count)
    if scheme == "degressive":
        base, divisor = number(parameters["degressive_base"]), number(parameters["degressive_divisor"])
        return min(base + count / divisor, number(parameters["degressive_maximum"])) / count
    raise Failure("scheme_unknown", found=scheme)


def check_weights(bundle):
    """Every place weighs what the rules say."""
    roll, parameters = bundle["roll"], bundle["rules"]["parameters"]
    if roll["scheme"] != parameters["weighting"]:
        raise Failure("scheme_differs", said=roll["scheme"], found=parameters["weighting"])
    weights, countries = weights_of(roll, parameters)
    for place in roll["places"]:
        if number(place["weight"]) != weights[place["place"]]:
            raise Failure(
                "weight_differs",
                place=place["place"],
                member=place["name"],
                said=place["weight"],
                found=weights[place["place"]],
            )
    if roll["countries"] != countries:
        raise Failure("countries_differ", said=roll["countries"], found=countries)
    return {"scheme": roll["scheme"], "countries": countries, "places": len(weights)}


def options_of(bundle):
    """What the ballot offered, abstention left out."""
    if bundle["election"]["ballot"] == "ratification":
        return ["yes", "no"]
    return [candidate["id"] for candidate in bundle["candidates"]]


def check_ballots(bundle):
    """Every ballot is of a place, chooses what is on it, was cast in time, and is replaced or counts."""
    places = {place["place"] for place in bundle["roll"]["places"]}
    options = set(options_of(bundle)) | {ABSTAIN}
    opens, closes = bundle["election"]["opens_at"], bundle["election"]["closes_at"]
    last = {ballot["place"]: index for index, ballot in enumerate(bundle["ballots"])}
    ordinals, receipts, before = {}, set(), ""
    for index, ballot in enumerate(bundle["ballots"]):
        facts = {"place": ballot["place"], "ordinal": ballot["ordinal"], "receipt": ballot["receipt"]}
        if ballot["place"] not in places:
            raise Failure("ballot_without_place", **facts)
        if ballot["choice"] not in options:
            raise Failure("ballot_choice", found=ballot["choice"], **facts)
        if not opens <= ballot["cast_at"] < closes or ballot["cast_at"] < before:
            raise Failure("ballot_time", found=ballot["cast_at"], **facts)
        if ballot["ordinal"] != ordinals.get(ballot["place"], 0) + 1:
            raise Failure("ballot_ordinal", **facts)
        if ballot["receipt"] in receipts:
            raise Failure("ballot_receipt", **facts)
        if ballot["replaced"] != (last[ballot["place"]] != index):
            raise Failure("ballot_replaced", **facts)
        ordinals[ballot["place"]] = ballot["ordinal"]
        receipts.add(ballot["receipt"])
        before = ballot["cast_at"]
    return {"ballots": len(bundle["ballots"]), "counted": len(last)}


def count(bundle):
    """Heads and weights of every option: the last ballot of each place, with the recomputed weight."""
    weights, _ = weights_of(bundle["roll"], bundle["rules"]["parameters"])
    totals = {option: [0, Fraction(0)] for option in [*options_of(bundle), ABSTAIN]}
    for place, ballot in {ballot["place"]: ballot for ballot in bundle["ballots"]}.items():
        totals[ballot["choice"]][0] += 1
        totals[ballot["choice"]][1] += weights[place]
    return totals


def in_order(totals):
    """The options from the most weighted votes to the fewest, abstention left out."""
    options = [option for option in totals if option != ABSTAIN]
    return sorted(options, key=lambda option: (-totals[option][1], option))


def check_totals(bundle):
    """Heads and weighted votes are those of the ballots that count."""
    totals, tally = count(bundle), bundle["tally"]
    order = in_order(totals)
    if [total["option"] for total in tally["totals"]] != order:
        raise Failure("options_differ", found=", ".join(order))
    for total in [*tally["totals"], tally["abstentions"]]:
        _same_total(total["option"], total, *totals[total["option"]])
    heads = sum(totals[option][0] for option in order)
    weight = sum((totals[option][1] for option in order), Fraction(0))
    _same_total("options", tally["for_options"], heads, weight)
    abstained = totals[ABSTAIN]
    _same_total("cast", tally["cast"], heads + abstained[0], weight + abstained[1])
    return {"heads": heads, "weight": weight, "abstentions": abstained[0]}


def _same_total(option, total, heads, weight):
    if total["option"] != option or total["heads"] != heads or number(total["weight"]) != weight:
        said = "{} / {}".format(total["heads"], total["weight"])
        found = f"{heads} / {weight}"
        raise Failure("total_differs", option=option, said=said, found=found)


def base_of(bundle):
    """Of how many members the quorum is a share."""
    roll, kind = bundle["roll"], bundle["rules"]["parameters"]["quorum_base"]
    if kind == "active":
        return sum(place["status"] == "active" for place in roll["places"])
    if kind == "accredited":
        others = [each for each in roll["left_out"] if "elections.not_accredited" not in each["reasons"]]
        return len(roll["places"]) + len(others)
    return len(roll["places"])


def required(base, parameters):
    """How many members have to take part."""
    part = base * number(parameters["quorum_share"])
    needed = {
        "at_least": math.ceil(part),
        "more_than": math.floor(part) + 1,
        "plus_one_rounded_down": math.floor(part + 1),
        "plus_one_rounded_up": math.ceil(part + 1),
        "fixed": parameters["quorum_fixed"],
        "none": 0,
    }
    return needed[parameters["quorum_boundary"]]


def quorum_of(bundle):
    """The arithmetic of the quorum, recomputed."""
    parameters, totals, base = bundle["rules"]["parameters"], count(bundle), base_of(bundle)
    counts = parameters["quorum_counts_abstentions"]
    present = sum(heads for option, (heads, _) in totals.items() if counts or option != ABSTAIN)
    needed = required(base, parameters)
    return {
        "present": present,
        "base": base,
        "base_kind": parameters["quorum_base"],
        "percentage": half_up(Fraction(100 * present, base)),
        "required": needed,
        "share": parameters["quorum_share"],
        "boundary": parameters["quorum_boundary"],
        "counts_abstentions": counts,
        "met": present >= needed,
    }


def half_up(value):
    """Two decimals, half up."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return "{}.{:02d}".format(*divmod(hundredths, 100))


def check_quorum(bundle):
    """The base, the number needed and the number present follow from roll, rules and ballots."""
    expected = quorum_of(bundle)
    for name, found in expected.items():
        if bundle["quorum"].get(name) != found:
            raise Failure("quorum_differs", name=name, said=bundle["quorum"].get(name), found=found)
    for name in set(bundle["quorum"]) - set(expected):
        raise Failure("part_missing", found=name)
    return expected


def outcome_of(bundle):
    """The state, who is elected, and who is tied."""
    totals = count(bundle)
    if not quorum_of(bundle)["met"]:
        return "no_quorum", None, []
    if bundle["election"]["ballot"] == "ratification":
        return _ratified(bundle, totals)
    most = max(totals[option][1] for option in in_order(totals))
    leaders = [option for option in in_order(totals) if totals[option][1] == most]
    if not most:
        return "no_votes", None, []
    return ("elected", leaders[0], []) if len(leaders) == 1 else ("tie", None, leaders)


def _ratified(bundle, totals):
    yes, no = totals["yes"][1], totals["no"][1]
    if totals["yes"][0] + totals["no"][0] == 0:
        return "no_votes", None, []
    equal_is_enough = bundle["rules"]["parameters"]["ratification_boundary"] == "no_does_not_exceed_yes"
    if yes > no or (yes == no and equal_is_enough):
        return "elected", bundle["candidates"][0]["id"], []
    return "not_ratified", None, []


def check_outcome(bundle):
    """The declared outcome is the one that the ballots give."""
    tally = bundle["tally"]
    state, elected, tied = outcome_of(bundle)
    found = _outcome_words(bundle, state, elected, tied)
    if (tally["state"], tally["elected"], tally["tied"]) != (state, elected, tied):
        said = _outcome_words(bundle, tally["state"], tally["elected"], tally["tied"])
        raise Failure("outcome_differs", said=said, found=found)
    return {"outcome": found}


def _outcome_words(bundle, state, elected, tied):
    """The outcome in every language, with the names of those it is about."""
    names = {candidate["id"]: candidate["name"] for candidate in bundle["candidates"]}
    people = [str(names.get(option, option)) for option in [elected, *tied] if option is not None]
    words = STATES.get(state, dict.fromkeys(LANGUAGES, state))
    return {lang: " – ".join([words[lang], *people]) for lang in LANGUAGES}


def trace_of(bundle):
    """The count as it has to be told."""
    totals, lines = count(bundle), []
    options = in_order(totals)
    heads = sum(each[0] for each in totals.values())
    weight = sum((each[1] for each in totals.values()), Fraction(0))
    lines.append(_line("ballots", "cast", heads, weight))
    lines.append(_line("abstentions", ABSTAIN, *totals[ABSTAIN]))
    lines += [_line("total", option, *totals[option]) for option in options]
    lines += _ending(bundle, totals, options)
    quorum = quorum_of(bundle)
    name = "trace.quorum_met" if quorum["met"] else "trace.quorum_not_met"
    lines.append({"code": name, "facts": without(quorum, "met")})
    return lines


def _ending(bundle, totals, options):
    if not any(totals[option][0] for option in options):
        return [{"code": "trace.no_votes", "facts": {}}]
    if bundle["election"]["ballot"] == "ratification":
        state = _ratified(bundle, totals)[0]
        facts = {
            "candidate": bundle["candidates"][0]["id"],
            "yes": str(totals["yes"][1]),
            "no": str(totals["no"][1]),
        }
        return [{"code": "trace.ratified" if state == "elected" else "trace.not_ratified", "facts": facts}]
    first = options[0]
    leaders = [option for option in options if totals[option][1] == totals[first][1]]
    highest = _line("highest", first, *totals[first])
    if len(leaders) == 1:
        return [highest, _line("elected", first, *totals[first])]
    facts = {"options": leaders, "weight": str(totals[first][1])}
    return [highest, {"code": "trace.tie", "facts": facts}]


def _line(code, option, heads, weight):
    return {"code": "trace." + code, "facts": {"option": option, "heads": heads, "weight": str(weight)}}


def check_trace(bundle):
    """The told count is the recount."""
    expected = trace_of(bundle)
    for index, line in enumerate(expected):
        if index >= len(bundle["trace"]) or bundle["trace"][index] != line:
            raise Failure("trace_differs", line=index + 1, found=canonical(line))
    if len(bundle["trace"]) != len(expected):
        raise Failure("trace_differs", line=len(expected) + 1, found="")
    return {"lines": len(expected)}


def is_own(entry):
    """Whether an entry is shown in full; those of others are shown by the hash of their content alone."""
    if set(entry) not in ({*FIELDS, "previous", "hash"}, {"sequence", "content", "hash"}):
        raise Failure("link_broken", sequence=entry["sequence"])
    return "act" in entry


def check_chain(bundle, head=None):
    """Every entry follows from the one before, up to the head, and to the one published elsewhere."""
    chain = bundle["chain"]
    previous, expected = chain["before"], None
    for entry in chain["entries"]:
        content = digest({name: entry[name] for name in FIELDS}) if is_own(entry) else entry["content"]
        found = hashlib.sha256((previous + content).encode("utf-8")).hexdigest()
        broken = is_own(entry) and entry["previous"] != previous
        if broken or entry["hash"] != found or expected not in (None, entry["sequence"]):
            raise Failure("link_broken", sequence=entry["sequence"])
        previous, expected = found, entry["sequence"] + 1
    if chain["head"] != previous:
        raise Failure("head_differs", said=chain["head"], found=previous)
    if head and head != previous:
        raise Failure("head_other", said=head, found=previous)
    own = sum(is_own(entry) for entry in chain["entries"])
    return {"entries": len(chain["entries"]), "own": own, "head": previous}


def entries_of(bundle, act):
    """This election's entries of one act."""
    return [entry for entry in bundle["chain"]["entries"] if entry.get("act") == act]


def check_opening(bundle):
    """Candidates, rules, dates and roll are those that were fixed when the vote opened."""
    voted = bundle["roll"] is not None
    paper = {name: bundle[name] for name in ("election", "candidates", "rules")}
    found = digest({**paper, "roll": bundle["roll"]["fingerprint"] if voted else ""})
    entries = entries_of(bundle, OPENED if voted else ACCLAIMED)
    if [entry["digest"] for entry in entries] != [found]:
        numbers = ", ".join(str(entry["sequence"]) for entry in entries) or "-"
        raise Failure("opening_differs", sequence=numbers, found=found)
    return {"sequence": entries[0]["sequence"]}


def check_anchors(bundle):
    """Every ballot has its entry in the chain, every entry its ballot, and the count its own."""
    ballots = [without(ballot, "replaced") for ballot in bundle["ballots"]]
    digests = {digest(ballot): ballot for ballot in ballots}
    entered = {entry["digest"]: entry for entry in entries_of(bundle, CAST)}
    for found, ballot in digests.items():
        if found not in entered:
            raise Failure(
                "ballot_not_in_chain",
                place=ballot["place"],
                ordinal=ballot["ordinal"],
                receipt=ballot["receipt"],
            )
    for found, entry in entered.items():
        if found not in digests:
            raise Failure("ballot_missing", sequence=entry["sequence"])
    counted = entries_of(bundle, COUNTED)
    if not counted or counted[-1]["digest"] != digest(bundle["tally"]):
        number_of = counted[-1]["sequence"] if counted else "-"
        raise Failure("count_differs", sequence=number_of)
    return {"ballots": len(digests)}


VOTE = (
    ("fingerprint", check_fingerprint),
    ("roll", check_roll),
    ("weights", check_weights),
    ("ballots", check_ballots),
    ("totals", check_totals),
    ("quorum", check_quorum),
    ("outcome", check_outcome),
    ("trace", check_trace),
    ("chain", check_chain),
    ("opening", check_opening),
    ("anchors", check_anchors),
)
ACCLAMATION = (("acclamation", check_acclamation), ("chain", check_chain), ("opening", check_opening))


def verify(bundle, head=None, fingerprint=None):
    """Every check with its facts and, when it failed, its Failure; nothing else is checked without a schema."""
    results = [_run("schema", check_schema, bundle)]
    if results[0][2]:
        return results
    checks = VOTE if bundle["roll"] is not None else ACCLAMATION
    published = {"chain": {"head": head}, "fingerprint": {"published": fingerprint}}
    return results + [_run(name, check, bundle, **published.get(name, {})) for name, check in checks]


def _run(name, check, bundle, **published):
    try:
        return name, check(bundle, **published), None
    except Failure as failure:
        return name, {}, failure
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as error:
        return name, {}, Failure("malformed", found=f"{type(error).__name__}: {error}")


def report(results, lang):
    """The lines to print: OK or FAILED, the check, and its sentence."""
    lines = []
    for name, facts, failure in results:
        mark = "FAILED" if failure else "OK    "
        filled = failure.facts if failure else facts
        filled = {key: fact[lang] if isinstance(fact, dict) else fact for key, fact in filled.items()}
        sentence = FAILED[failure.sentence][lang] if failure else PASSED[name][lang]
        lines.append(f"{mark}  {TITLES[name][lang]}: {sentence.format(**filled)}")
    failed = sum(1 for _, _, failure in results if failure)
    ending = ENDINGS["failed" if failed else "ok"][lang]
    return [*lines, "", ending.format(failed=failed, checks=len(results))]


def main(arguments=None):
    """Reads the command line and verifies; 0 when everything is OK, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bundle", metavar="bundle.json")
    parser.add_argument("--lang", choices=LANGUAGES, default=_language_of_the_machine())
    parser.add_argument("--head", help="the head of the audit chain, as published elsewhere")
    parser.add_argument("--fingerprint", help="the fingerprint of the roll, as published elsewhere")
    chosen = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        results = verify(load(chosen.bundle), chosen.head, chosen.fingerprint)
    except Failure as failure:
        results = [("schema", {}, failure)]
    print("\n".join(report(results, chosen.lang)))
    return 1 if any(failure for _, _, failure in results) else 0


def _language_of_the_machine():
    return os.environ.get("LANG", "")[:2] if os.environ.get("LANG", "")[:2] in LANGUAGES else "en"


# The words


def _four(en, es, pt, fr):
    return {"en": en, "es": es, "pt": pt, "fr": fr}


LANGUAGES = ("es", "pt", "en", "fr")

TITLES = {
    "schema": _four("Bundle", "Paquete", "Pacote", "Dossier"),
    "acclamation": _four("Acclamation", "Aclamación", "Aclamação", "Acclamation"),
    "fingerprint": _four("Fingerprint", "Huella", "Impressão digital", "Empreinte"),
    "roll": _four("Roll", "Padrón", "Lista de votantes", "Liste électorale"),
    "weights": _four("Weights", "Pesos", "Pesos", "Poids"),
    "ballots": _four("Ballots", "Boletas", "Cédulas", "Bulletins"),
    "totals": _four("Totals", "Totales", "Totais", "Totaux"),
    "quorum": _four("Quorum", "Quórum", "Quórum", "Quorum"),
    "outcome": _four("Outcome", "Resultado", "Resultado", "Résultat"),
    "trace": _four("Told count", "Relato del recuento", "Relato da apuração", "Récit du dépouillement"),
    "chain": _four("Audit chain", "Cadena de auditoría", "Cadeia de auditoria", "Chaîne d’audit"),
    "opening": _four("Opening", "Apertura", "Abertura", "Ouverture"),
    "anchors": _four(
        "Ballots in the chain", "Boletas en la cadena", "Cédulas na cadeia", "Bulletins dans la chaîne"
    ),
}

STATES = {
    "elected": _four("elected", "electo", "eleito", "élu"),
    "tie": _four("tie", "empate", "empate", "égalité"),
    "no_votes": _four("no votes", "sin votos", "sem votos", "aucun vote"),
    "no_quorum": _four("no quorum", "sin quórum", "sem quórum", "quorum non atteint"),
    "not_ratified": _four("not ratified", "no ratificado", "não ratificado", "non ratifié"),
}

PASSED = {
    "schema": _four(
        "{schema}, election {election}.",
        "{schema}, elección {election}.",
        "{schema}, eleição {election}.",
        "{schema}, élection {election}.",
    ),
    "acclamation": _four(
        "one candidate, {candidate}, and no ballot.",
        "una sola candidatura, {candidate}, y ninguna boleta.",
        "uma só candidatura, {candidate}, e nenhuma cédula.",
        "une seule candidature, {candidate}, et aucun bulletin.",
    ),
    "fingerprint": _four(
        "the roll has the fingerprint {fingerprint}.",
        "el padrón tiene la huella {fingerprint}.",
        "a lista tem a impressão digital {fingerprint}.",
        "la liste a l’empreinte {fingerprint}.",
    ),
    "roll": _four(
        "{places} places, total weight exactly {total}.",
        "{places} lugares, peso total exacto {total}.",
        "{places} lugares, peso total exato {total}.",
        "{places} places, poids total exact {total}.",
    ),
    "weights": _four(
        "all {places} weights follow from {countries} countries ({scheme}).",
        "los {places} pesos resultan de {countries} países ({scheme}).",
        "os {places} pesos resultam de {countries} países ({scheme}).",
        "les {places} poids découlent de {countries} pays ({scheme}).",
    ),
    "ballots": _four(
        "{ballots} ballots cast, {counted} count (the last of each place).",
        "{ballots} boletas emitidas, cuentan {counted} (la última de cada lugar).",
        "{ballots} cédulas depositadas, contam {counted} (a última de cada lugar).",
        "{ballots} bulletins déposés, {counted} comptent (le dernier de chaque place).",
    ),
    "totals": _four(
        "{heads} ballots with a choice weigh {weight}; {abstentions} abstentions.",
        "{heads} boletas con opción pesan {weight}; {abstentions} abstenciones.",
        "{heads} cédulas com opção pesam {weight}; {abstentions} abstenções.",
        "{heads} bulletins avec un choix pèsent {weight} ; {abstentions} abstentions.",
    ),
    "quorum": _four(
        "{present} of {base} members took part, {required} needed.",
        "participaron {present} de {base} miembros, se necesitaban {required}.",
        "participaram {present} de {base} membros, eram necessários {required}.",
        "{present} membres sur {base} ont participé, il en fallait {required}.",
    ),
    "outcome": _four("{outcome}.", "{outcome}.", "{outcome}.", "{outcome}."),
    "trace": _four(
        "all {lines} lines are those of the recount.",
        "las {lines} líneas son las del recuento.",
        "as {lines} linhas são as da recontagem.",
        "les {lines} lignes sont celles du recomptage.",
    ),
    "chain": _four(
        "{entries} entries ({own} of this election) link up to the head {head}.",
        "{entries} asientos ({own} de esta elección) enlazan hasta la cabeza {head}.",
        "{entries} registros ({own} desta eleição) se encadeiam até a cabeça {head}.",
        "{entries} entrées ({own} de cette élection) s’enchaînent jusqu’à la tête {head}.",
    ),
    "opening": _four(
        "candidates, rules, dates and roll are those fixed in entry {sequence}.",
        "candidaturas, reglas, fechas y padrón son los fijados en el asiento {sequence}.",
        "candidaturas, regras, datas e lista são os fixados no registro {sequence}.",
        "candidatures, règles, dates et liste sont celles fixées à l’entrée {sequence}.",
    ),
    "anchors": _four(
        "{ballots} ballots and the count have their entries.",
        "{ballots} boletas y el recuento tienen sus asientos.",
        "{ballots} cédulas e a apuração têm seus registros.",
        "{ballots} bulletins et le dépouillement ont leurs entrées.",
    ),
}

FAILED = {
    "unreadable": _four(
        "the file cannot be read ({found}).",
        "no se puede leer el archivo ({found}).",
        "não é possível ler o arquivo ({found}).",
        "le fichier ne peut pas être lu ({found}).",
    ),
    "not_json": _four(
        "the file is not a JSON object ({found}).",
        "el archivo no es un objeto JSON ({found}).",
        "o arquivo não é um objeto JSON ({found}).",
        "le fichier n’est pas un objet JSON ({found}).",
    ),
    "name_twice": _four(
        "the name {found} stands twice in one object.",
        "el nombre {found} figura dos veces en un objeto.",
        "o nome {found} aparece duas vezes em um objeto.",
        "le nom {found} figure deux fois dans un objet.",
    ),
    "not_exact": _four(
        "{found} is not an exact number.",
        "{found} no es un número exacto.",
        "{found} não é um número exato.",
        "{found} n’est pas un nombre exact.",
    ),
    "malformed": _four(
        "a part is missing or of the wrong kind ({found}).",
        "falta una parte o es de otro tipo ({found}).",
        "falta uma parte ou é de outro tipo ({found}).",
        "une partie manque ou est d’un autre type ({found}).",
    ),
    "schema_unknown": _four(
        "unknown kind: {found}.",
        "tipo desconocido: {found}.",
        "tipo desconhecido: {found}.",
        "type inconnu : {found}.",
    ),
    "part_missing": _four(
        "the part “{found}” is missing or does not belong here.",
        "la parte «{found}» falta o no corresponde.",
        "a parte “{found}” falta ou não cabe aqui.",
        "la partie « {found} » manque ou n’a pas sa place ici.",
    ),
    "not_an_acclamation": _four(
        "{found} candidates or ballots where one candidate stood alone.",
        "{found} candidaturas o boletas donde había una sola candidatura.",
        "{found} candidaturas ou cédulas onde havia uma só candidatura.",
        "{found} candidatures ou bulletins là où une seule personne se présentait.",
    ),
    "fingerprint_differs": _four(
        "the roll says {said} but has {found}: it was changed.",
        "el padrón dice {said} pero tiene {found}: fue modificado.",
        "a lista diz {said} mas tem {found}: foi alterada.",
        "la liste annonce {said} mais a {found} : elle a été modifiée.",
    ),
    "fingerprint_other": _four(
        "{said} was published, this roll has {found}.",
        "se publicó {said}, este padrón tiene {found}.",
        "foi publicada {said}, esta lista tem {found}.",
        "{said} a été publiée, cette liste a {found}.",
    ),
    "place_number": _four(
        "place {place} stands where place {expected} should.",
        "el lugar {place} está donde debería estar el {expected}.",
        "o lugar {place} está onde deveria estar o {expected}.",
        "la place {place} se trouve où devrait être la {expected}.",
    ),
    "member_twice": _four(
        "place {place}: {member} stands on the roll twice.",
        "lugar {place}: {member} figura dos veces en el padrón.",
        "lugar {place}: {member} aparece duas vezes na lista.",
        "place {place} : {member} figure deux fois sur la liste.",
    ),
    "roll_empty": _four(
        "the roll is empty.", "el padrón está vacío.", "a lista está vazia.", "la liste est vide."
    ),
    "roll_total": _four(
        "the total is given as {said}, the places add up to {found}.",
        "el total indicado es {said}, los lugares suman {found}.",
        "o total indicado é {said}, os lugares somam {found}.",
        "le total annoncé est {said}, les places font {found}.",
    ),
    "scheme_unknown": _four(
        "unknown scheme of weights: {found}.",
        "sistema de pesos desconocido: {found}.",
        "sistema de pesos desconhecido: {found}.",
        "système de poids inconnu : {found}.",
    ),
    "scheme_differs": _four(
        "the roll weighs by {said}, the rules by {found}.",
        "el padrón pesa con {said}, las reglas con {found}.",
        "a lista pesa com {said}, as regras com {found}.",
        "la liste pèse selon {said}, les règles selon {found}.",
    ),
    "weight_differs": _four(
        "place {place} ({member}) is given {said}, the rules give {found}.",
        "el lugar {place} ({member}) figura con {said}, las reglas dan {found}.",
        "o lugar {place} ({member}) consta com {said}, as regras dão {found}.",
        "la place {place} ({member}) a {said}, les règles donnent {found}.",
    ),
    "countries_differ": _four(
        "{said} countries are given, the roll has {found}.",
        "se indican {said} países, el padrón tiene {found}.",
        "são indicados {said} países, a lista tem {found}.",
        "{said} pays sont annoncés, la liste en a {found}.",
    ),
    "ballot_without_place": _four(
        "ballot {receipt}: place {place} is not on the roll.",
        "boleta {receipt}: el lugar {place} no está en el padrón.",
        "cédula {receipt}: o lugar {place} não está na lista.",
        "bulletin {receipt} : la place {place} n’est pas sur la liste.",
    ),
    "ballot_choice": _four(
        "ballot {receipt} of place {place}: “{found}” is not on the ballot.",
        "boleta {receipt} del lugar {place}: «{found}» no figura en ella.",
        "cédula {receipt} do lugar {place}: “{found}” não consta nela.",
        "bulletin {receipt} de la place {place} : « {found} » n’y figure pas.",
    ),
    "ballot_time": _four(
        "ballot {receipt} of place {place}: cast at {found}, outside the vote or out of order.",
        "boleta {receipt} del lugar {place}: emitida el {found}, fuera de la votación o de orden.",
        "cédula {receipt} do lugar {place}: depositada em {found}, fora da votação ou de ordem.",
        "bulletin {receipt} de la place {place} : déposé le {found}, hors du vote ou de l’ordre.",
    ),
    "ballot_ordinal": _four(
        "ballot {receipt} of place {place}: number {ordinal} is not the next one; a ballot is missing or twice.",
        "boleta {receipt} del lugar {place}: el número {ordinal} no es el siguiente; falta o se repite una boleta.",
        "cédula {receipt} do lugar {place}: o número {ordinal} não é o seguinte; falta ou se repete uma cédula.",
        "bulletin {receipt} de la place {place} : le numéro {ordinal} n’est pas le suivant ; un bulletin manque ou se répète.",
    ),
    "ballot_receipt": _four(
        "ballot {receipt} of place {place}: the receipt stands twice.",
        "boleta {receipt} del lugar {place}: el comprobante se repite.",
        "cédula {receipt} do lugar {place}: o comprovante se repete.",
        "bulletin {receipt} de la place {place} : le reçu figure deux fois.",
    ),
    "ballot_replaced": _four(
        "ballot {receipt} of place {place}, number {ordinal}: whether it was replaced is given wrongly.",
        "boleta {receipt} del lugar {place}, número {ordinal}: se indica mal si fue reemplazada.",
        "cédula {receipt} do lugar {place}, número {ordinal}: está errado se foi substituída.",
        "bulletin {receipt} de la place {place}, numéro {ordinal} : son remplacement est mal indiqué.",
    ),
    "options_differ": _four(
        "the options of the tally are not, in this order: {found}.",
        "las opciones del recuento no son, en este orden: {found}.",
        "as opções da apuração não são, nesta ordem: {found}.",
        "les options du dépouillement ne sont pas, dans cet ordre : {found}.",
    ),
    "total_differs": _four(
        "“{option}” is given {said} (ballots / weight), the recount gives {found}.",
        "«{option}» figura con {said} (boletas / peso), el recuento da {found}.",
        "“{option}” consta com {said} (cédulas / peso), a recontagem dá {found}.",
        "« {option} » a {said} (bulletins / poids), le recomptage donne {found}.",
    ),
    "quorum_differs": _four(
        "{name} is given as {said}, the recount gives {found}.",
        "{name} figura como {said}, el recuento da {found}.",
        "{name} consta como {said}, a recontagem dá {found}.",
        "{name} est {said}, le recomptage donne {found}.",
    ),
    "outcome_differs": _four(
        "declared: {said}; recounted: {found}.",
        "declarado: {said}; recontado: {found}.",
        "declarado: {said}; recontado: {found}.",
        "déclaré : {said} ; recompté : {found}.",
    ),
    "trace_differs": _four(
        "line {line} should be {found}.",
        "la línea {line} debería ser {found}.",
        "a linha {line} deveria ser {found}.",
        "la ligne {line} devrait être {found}.",
    ),
    "link_broken": _four(
        "entry {sequence} does not follow from the one before.",
        "el asiento {sequence} no se sigue del anterior.",
        "o registro {sequence} não decorre do anterior.",
        "l’entrée {sequence} ne découle pas de la précédente.",
    ),
    "head_differs": _four(
        "the head is given as {said}, the entries lead to {found}.",
        "la cabeza indicada es {said}, los asientos llevan a {found}.",
        "a cabeça indicada é {said}, os registros levam a {found}.",
        "la tête annoncée est {said}, les entrées mènent à {found}.",
    ),
    "head_other": _four(
        "{said} was published, this chain leads to {found}.",
        "se publicó {said}, esta cadena lleva a {found}.",
        "foi publicada {said}, esta cadeia leva a {found}.",
        "{said} a été publiée, cette chaîne mène à {found}.",
    ),
    "opening_differs": _four(
        "entry {sequence} fixed something else; candidates, rules, dates or roll were changed (now {found}).",
        "el asiento {sequence} fijó otra cosa; cambiaron candidaturas, reglas, fechas o padrón (ahora {found}).",
        "o registro {sequence} fixou outra coisa; mudaram candidaturas, regras, datas ou lista (agora {found}).",
        "l’entrée {sequence} fixait autre chose ; candidatures, règles, dates ou liste ont changé (à présent {found}).",
    ),
    "ballot_not_in_chain": _four(
        "ballot {receipt} of place {place}, number {ordinal}, is not the one entered in the chain.",
        "la boleta {receipt} del lugar {place}, número {ordinal}, no es la asentada en la cadena.",
        "a cédula {receipt} do lugar {place}, número {ordinal}, não é a registrada na cadeia.",
        "le bulletin {receipt} de la place {place}, numéro {ordinal}, n’est pas celui inscrit dans la chaîne.",
    ),
    "ballot_missing": _four(
        "entry {sequence} is of a ballot that the bundle does not show.",
        "el asiento {sequence} es de una boleta que el paquete no muestra.",
        "o registro {sequence} é de uma cédula que o pacote não mostra.",
        "l’entrée {sequence} est celle d’un bulletin que le dossier ne montre pas.",
    ),
    "count_differs": _four(
        "the tally is not the one entered in the chain (entry {sequence}).",
        "el recuento no es el asentado en la cadena (asiento {sequence}).",
        "a apuração não é a registrada na cadeia (registro {sequence}).",
        "le dépouillement n’est pas celui inscrit dans la chaîne (entrée {sequence}).",
    ),
}

ENDINGS = {
    "ok": _four(
        "All {checks} checks are OK.",
        "Las {checks} comprobaciones están OK.",
        "As {checks} verificações estão OK.",
        "Les {checks} vérifications sont OK.",
    ),
    "failed": _four(
        "{failed} of {checks} checks FAILED.",
        "FAILED: fallaron {failed} de {checks} comprobaciones.",
        "FAILED: falharam {failed} de {checks} verificações.",
        "FAILED : {failed} vérifications sur {checks} ont échoué.",
    ),
}

if __name__ == "__main__":
    sys.exit(main())
