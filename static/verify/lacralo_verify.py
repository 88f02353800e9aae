#!/usr/bin/env python3
"""Recounts an election of LACRALO from its published bundle.

    python3 lacralo_verify.py bundle.json [--lang es|pt|en|fr] [--head HASH] [--fingerprint HASH]
                                          [--tracker HASH ...]

One file, no dependency, any Python from 3.8 on.  It recomputes the fingerprint of the roll, every weight,
which ballots count, the totals, the quorum, the outcome, the told count, and the links of the audit chain.
In a secret vote the sums are the scrutineers': there it checks that the box, the voters, the published
totals and the outcome agree with each other, and --tracker says what became of a sealed ballot.  The file
that the scrutineers got with the opened ballots (lacralo-recount/1) it recounts as a whole.
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
    "barred",
    "box",
    "ballots",
    "quorum",
    "tally",
    "trace",
    "chain",
)
OPENED = "elections.vote_opened"
ACCLAIMED = "elections.candidate_acclaimed"
CAST = "elections.ballot_cast"
CLOSED = "elections.vote_closed"
COUNTED = "elections.vote_counted"
BARRED = "elections.place_barred"
LAYER_REMOVED = "elections.layer_removed"
RECOUNT = "lacralo-recount/1"
RECOUNT_PARTS = ("schema", "bundle", "voters", "voters_salt", "ballots")
BOX_PARTS = (
    "envelopes",
    "trackers",
    "list",
    "replaced",
    "voided",
    "voters",
    "voters_salt",
    "voters_hash",
    "scrutineers",
    "needed",
)
TALLY_PARTS = (
    "state",
    "elected",
    "tied",
    "totals",
    "abstentions",
    "for_options",
    "cast",
    "publication",
)
# To what shares of the weight of the roll the totals of a secret vote are rounded
SHARES = {"exact": None, "one": Fraction(1, 100), "five": Fraction(5, 100), "ten": Fraction(10, 100)}
OUTCOME_ALONE = "outcome"


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


def inside(found):
    """The bundle that a file is or, if it is the scrutineers', carries."""
    return found["bundle"] if found.get("schema") == RECOUNT else found


def kind_of(bundle):
    """How it was voted: by roll call, in secret, or not at all."""
    if bundle["roll"] is None:
        return "acclamation"
    return "secret" if bundle["box"] is not None else "roll_call"


def check_schema(found):
    """The file is of a kind that this program knows, with all its parts and no other."""
    if found.get("schema") == RECOUNT:
        _same_parts(found, RECOUNT_PARTS)
    bundle = inside(found)
    if bundle.get("schema") != "lacralo-bundle/1":
        raise Failure("schema_unknown", found=bundle.get("schema"))
    _same_parts(bundle, PARTS)
    _check_kind(bundle)
    if bundle is not found and bundle["box"] is None:
        raise Failure("part_missing", found="box")
    return {"schema": found["schema"], "election": bundle["election"]["id"]}


def _same_parts(mapping, parts):
    for name in sorted({*parts, *mapping}):
        if name not in parts or name not in mapping:
            raise Failure("part_missing", found=name)


def _check_kind(bundle):
    ballot, secrecy = bundle["election"]["ballot"], bundle["election"]["secrecy"]
    if ballot not in ("plurality", "ratification", "acclamation"):
        raise Failure("schema_unknown", found=ballot)
    if secrecy not in ("secret", "roll_call"):
        raise Failure("schema_unknown", found=secrecy)
    voted = ballot != "acclamation"
    secret = voted and secrecy == "secret"
    expected = {"roll": voted, "quorum": voted, "tally": voted, "box": secret}
    for name, belongs in expected.items():
        if belongs != (bundle[name] is not None):
            raise Failure("part_missing", found=name)
    for name, belongs in (("barred", voted), ("ballots", voted and not secret)):
        if not isinstance(bundle[name], list) or (bundle[name] and not belongs):
            raise Failure("part_missing", found=name)


def check_acclamation(bundle):
    """After an acclamation there is one candidate and no ballot."""
    candidates = bundle["candidates"]
    if len(candidates) != 1 or bundle["trace"]:
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
    _check_electorate(roll)
    total = sum((number(place["weight"]) for place in roll["places"]), Fraction(0))
    if number(roll["total"]) != total:
        raise Failure("roll_total", said=roll["total"], found=total)
    return {"places": len(members), "total": total}


def _check_electorate(roll):
    """A roll says whose it is where that is not all members: the individual members elect among themselves."""
    if "electorate" not in roll:
        return
    if roll["electorate"] != "individuals":
        raise Failure("schema_unknown", found=roll["electorate"])
    for place in roll["places"]:
        if place["kind"] != "individual":
            raise Failure("not_an_individual", place=place["place"], member=place["name"])
    if roll["scheme"] != "one_member_one_vote":
        raise Failure("scheme_differs", said=roll["scheme"], found="one_member_one_vote")


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


def barred_places(bundle):
    """The places that were barred during the vote, with the moment of each: their ballots do not count."""
    places = {place["place"] for place in bundle["roll"]["places"]}
    barred, before = {}, 0
    for row in bundle["barred"]:
        if set(row) != {"place", "barred_at"} or row["place"] not in places or row["place"] <= before:
            raise Failure("barred_malformed", place=row.get("place"))
        before = row["place"]
        barred[before] = row["barred_at"]
    return barred


def check_ballots(bundle):
    """Every ballot is of a place, chooses what is on it, was cast in time, and is replaced or counts."""
    barred = barred_places(bundle)
    last = {ballot["place"]: index for index, ballot in enumerate(bundle["ballots"])}
    ordinals, receipts, before = {}, set(), ""
    for index, ballot in enumerate(bundle["ballots"]):
        facts = {"place": ballot["place"], "ordinal": ballot["ordinal"], "receipt": ballot["receipt"]}
        _check_ballot(bundle, ballot, before, facts)
        if not ballot["cast_at"] < barred.get(ballot["place"], "~"):
            raise Failure("ballot_barred", found=ballot["cast_at"], **facts)
        if ballot["ordinal"] != ordinals.get(ballot["place"], 0) + 1:
            raise Failure("ballot_ordinal", **facts)
        if ballot["receipt"] in receipts:
            raise Failure("ballot_receipt", **facts)
        if ballot["replaced"] is not (last[ballot["place"]] != index):
            raise Failure("ballot_replaced", **facts)
        ordinals[ballot["place"]] = ballot["ordinal"]
        receipts.add(ballot["receipt"])
        before = ballot["cast_at"]
    return {"ballots": len(bundle["ballots"]), "counted": len(set(last) - set(barred))}


def _check_ballot(bundle, ballot, before, facts):
    opens, closes = bundle["election"]["opens_at"], bundle["election"]["closes_at"]
    if ballot["place"] not in {place["place"] for place in bundle["roll"]["places"]}:
        raise Failure("ballot_without_place", **facts)
    if ballot["choice"] not in [*options_of(bundle), ABSTAIN]:
        raise Failure("ballot_choice", found=ballot["choice"], **facts)
    if not opens <= ballot["cast_at"] < closes or ballot["cast_at"] < before:
        raise Failure("ballot_time", found=ballot["cast_at"], **facts)


def count(bundle):
    """Heads and weights of every option: the last ballot of each place, with the recomputed weight."""
    weights, _ = weights_of(bundle["roll"], bundle["rules"]["parameters"])
    barred = barred_places(bundle)
    last = {ballot["place"]: ballot for ballot in bundle["ballots"] if ballot["place"] not in barred}
    return added_up(bundle, [(ballot["choice"], weights[place]) for place, ballot in last.items()])


def added_up(bundle, ballots):
    """Heads and weights of every option, from (choice, weight) pairs."""
    totals = {option: [0, Fraction(0)] for option in [*options_of(bundle), ABSTAIN]}
    for choice, weight in ballots:
        totals[choice][0] += 1
        totals[choice][1] += weight
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
        others = [
            each
            for each in roll["left_out"]
            if each.get("kind") != "collective" and "elections.not_accredited" not in each["reasons"]
        ]
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


def quorum_of(bundle, totals):
    """The arithmetic of the quorum, recomputed from the ballots."""
    counts = bundle["rules"]["parameters"]["quorum_counts_abstentions"]
    return quorum_with(
        bundle, sum(heads for option, (heads, _) in totals.items() if counts or option != ABSTAIN)
    )


def quorum_with(bundle, present):
    """The arithmetic of the quorum when so many took part."""
    parameters, base = bundle["rules"]["parameters"], base_of(bundle)
    needed = required(base, parameters)
    return {
        "present": present,
        "base": base,
        "base_kind": parameters["quorum_base"],
        "percentage": half_up(Fraction(100 * present, base)),
        "required": needed,
        "share": parameters["quorum_share"],
        "boundary": parameters["quorum_boundary"],
        "counts_abstentions": parameters["quorum_counts_abstentions"],
        "met": present >= needed,
    }


def half_up(value):
    """Two decimals, half up."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return "{}.{:02d}".format(*divmod(hundredths, 100))


def check_quorum(bundle):
    """The base, the number needed and the number present follow from roll, rules and ballots."""
    expected = quorum_of(bundle, count(bundle))
    _same_quorum(bundle, expected)
    return expected


def _same_quorum(bundle, expected):
    for name, found in expected.items():
        if canonical(bundle["quorum"].get(name)) != canonical(found):
            raise Failure("quorum_differs", name=name, said=bundle["quorum"].get(name), found=found)
    for name in sorted(set(bundle["quorum"]) - set(expected)):
        raise Failure("part_missing", found=name)


def outcome_of(bundle, totals):
    """The state, who is elected, and who is tied."""
    if not quorum_of(bundle, totals)["met"]:
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
    return _same_outcome(bundle, count(bundle))


def _same_outcome(bundle, totals):
    tally = bundle["tally"]
    state, elected, tied = outcome_of(bundle, totals)
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
    quorum = quorum_of(bundle, totals)
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
    return _same_trace(bundle, trace_of(bundle))


def _same_trace(bundle, expected):
    for index, line in enumerate(expected):
        if index >= len(bundle["trace"]) or canonical(bundle["trace"][index]) != canonical(line):
            raise Failure("trace_differs", line=index + 1, found=canonical(line))
    if len(bundle["trace"]) != len(expected):
        raise Failure("trace_differs", line=len(expected) + 1, found="")
    return {"lines": len(expected)}


def is_own(entry):
    """Whether an entry is shown in full; those of others are shown by the hash of their content alone."""
    known = set(entry) in ({*FIELDS, "previous", "hash"}, {"sequence", "content", "hash"})
    if not known or type(entry["sequence"]) is not int:
        raise Failure("link_broken", sequence=entry["sequence"])
    return "act" in entry


def check_chain(bundle, head=None):
    """Every entry follows from the one before, up to the head, and to the one published elsewhere."""
    chain = bundle["chain"]
    _same_parts(chain, ("before", "entries", "head"))
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
    _check_bars(bundle)
    _check_counted(bundle)
    return {"ballots": len(digests)}


def _check_counted(bundle):
    counted = entries_of(bundle, COUNTED)
    if not counted or counted[-1]["digest"] != digest(bundle["tally"]):
        raise Failure("count_differs", sequence=counted[-1]["sequence"] if counted else "-")
    return counted[-1]


def _check_bars(bundle):
    shown = {digest(row): row for row in bundle["barred"]}
    entered = {entry["digest"]: entry for entry in entries_of(bundle, BARRED)}
    for found, row in shown.items():
        if found not in entered or entered[found]["at"] != row["barred_at"]:
            raise Failure("bar_not_in_chain", place=row["place"])
    for found, entry in entered.items():
        if found not in shown:
            raise Failure("bar_missing", sequence=entry["sequence"])


# The checks of a secret vote: the sums are the scrutineers', all else is checked against what is published


def check_box(bundle):
    """Every tracker stands once, lists have their hashes, and those who voted are as many as envelopes."""
    box, parameters = bundle["box"], bundle["rules"]["parameters"]
    _same_parts(box, BOX_PARTS)
    _check_lists(bundle)
    for name, rule in (("scrutineers", "scrutineers"), ("needed", "scrutineers_needed")):
        if box[name] != parameters[rule]:
            raise Failure("scrutineers_differ", said=box[name], found=parameters[rule])
    named = box["voters"] is not None
    if named != parameters["voters_published"] or (box["voters_salt"] is not None) != named:
        raise Failure("part_missing", found="voters")
    if named:
        _check_voters(bundle, box["voters"], box["voters_salt"])
    numbers = {name: len(box[name]) for name in ("trackers", "replaced", "voided")}
    return {"sentence": "box" if named else "box_unnamed", **numbers}


def _check_lists(bundle):
    box, seen = bundle["box"], set()
    for name in ("trackers", "replaced", "voided"):
        if not isinstance(box[name], list):
            raise Failure("malformed", found=name)
        _check_trackers(box[name], seen)
    if box["envelopes"] != len(box["trackers"]):
        raise Failure("box_count", said=box["envelopes"], found=len(box["trackers"]))
    if box["list"] != digest(box["trackers"]):
        raise Failure("list_differs", said=box["list"], found=digest(box["trackers"]))
    if len(box["voided"]) > len(barred_places(bundle)):
        raise Failure("voided_differ", voided=len(box["voided"]), barred=len(bundle["barred"]))


def _check_trackers(trackers, seen):
    before = ""
    for tracker in trackers:
        if not isinstance(tracker, str) or not re.fullmatch("[0-9a-f]{64}", tracker):
            raise Failure("tracker_malformed", found=tracker)
        if tracker in seen:
            raise Failure("tracker_twice", found=tracker)
        if tracker < before:
            raise Failure("tracker_order", found=tracker)
        before = tracker
        seen.add(tracker)


def _check_voters(bundle, voters, salt):
    box, barred = bundle["box"], barred_places(bundle)
    places, before = {place["place"] for place in bundle["roll"]["places"]}, 0
    for place in voters:
        if place not in places:
            raise Failure("voter_unknown", place=place)
        if place in barred:
            raise Failure("voter_barred", place=place)
        if place <= before:
            raise Failure("voter_order", place=place)
        before = place
    if len(voters) != box["envelopes"]:
        raise Failure("voters_count", voters=len(voters), envelopes=box["envelopes"])
    found = digest({"salt": salt, "voters": voters})
    if found != box["voters_hash"]:
        raise Failure("voters_differ", said=box["voters_hash"], found=found)


def weights_in_the_box(bundle):
    """The weights of those who voted, lightest first; where they are not published, of all who may have."""
    weights, _ = weights_of(bundle["roll"], bundle["rules"]["parameters"])
    voters = bundle["box"]["voters"]
    if voters is None:
        voters = set(weights) - set(barred_places(bundle))
    return sorted(weights[place] for place in voters)


def step_of(bundle):
    """To what multiple the totals are rounded; None when they are exact or not published."""
    level = bundle["tally"]["publication"]["level"]
    if level not in (*SHARES, OUTCOME_ALONE):
        raise Failure("schema_unknown", found=level)
    if SHARES.get(level) is None:
        return None
    weights, _ = weights_of(bundle["roll"], bundle["rules"]["parameters"])
    return SHARES[level] * sum(weights.values(), Fraction(0))


def rounded(weight, step):
    """To the nearest multiple of the step, half up."""
    return weight if step is None else math.floor(weight / step + Fraction(1, 2)) * step


def by_heads(heads, weights):
    """The least and the most that so many of these voters can weigh; `weights` are sorted, in whole units."""
    if not isinstance(heads, int) or not 0 <= heads <= len(weights):
        return 1, 0
    return sum(weights[:heads]), sum(weights[len(weights) - heads :])


def by_rounding(weight, step, scale):
    """The least and the most, in units of 1/scale, that are published as this weight."""
    if step is None:
        return math.ceil(weight * scale), math.floor(weight * scale)
    return math.ceil((weight - step / 2) * scale), math.ceil((weight + step / 2) * scale) - 1


def scale_of(weights):
    """The smallest number that makes all these weights whole."""
    scale = 1
    for weight in weights:
        scale = scale * weight.denominator // math.gcd(scale, weight.denominator)
    return scale


def range_of(bundle, total):
    """The least and the most, in whole units, that a published total can stand for."""
    weights, step = weights_in_the_box(bundle), step_of(bundle)
    scale = scale_of(weights)
    least, most = by_heads(total["heads"], [int(weight * scale) for weight in weights])
    low, high = by_rounding(number(total["weight"]), step, scale)
    low, high = max(least, low), min(most, high)
    if low > high:
        said = "{} / {}".format(total["heads"], total["weight"])
        raise Failure("total_impossible", option=total["option"], said=said)
    return low, high


def check_secret_totals(bundle):
    """The published totals are rounded as they say, and together can be what those who voted weigh."""
    tally, envelopes = bundle["tally"], bundle["box"]["envelopes"]
    _same_parts(tally, TALLY_PARTS)
    step = step_of(bundle)
    expected = {"level": tally["publication"]["level"], "step": None if step is None else str(step)}
    if tally["publication"] != expected:
        raise Failure("step_differs", said=canonical(tally["publication"]), found=canonical(expected))
    cast = _cast_weight(bundle)
    facts = {"heads": envelopes, "weight": cast, "step": step}
    if expected["level"] == OUTCOME_ALONE:
        for name, nothing in (("totals", []), ("abstentions", None), ("for_options", None)):
            if tally[name] != nothing:
                raise Failure("part_missing", found=name)
        return {"sentence": "totals_outcome", **facts}
    _check_options(bundle, step)
    _check_sums(bundle, cast)
    return {"sentence": "totals_exact" if step is None else "totals_rounded", **facts}


def _cast_weight(bundle):
    cast, envelopes, weights = bundle["tally"]["cast"], bundle["box"]["envelopes"], weights_in_the_box(bundle)
    if bundle["box"]["voters"] is not None:
        _same_total("cast", cast, envelopes, sum(weights, Fraction(0)))
        return number(cast["weight"])
    _same_total("cast", cast, envelopes, number(cast["weight"]))
    scale = scale_of(weights)
    least, most = by_heads(envelopes, [int(weight * scale) for weight in weights])
    if not least <= number(cast["weight"]) * scale <= most:
        raise Failure("total_impossible", option="cast", said="{} / {}".format(envelopes, cast["weight"]))
    return number(cast["weight"])


def _check_options(bundle, step):
    tally = bundle["tally"]
    said = [total["option"] for total in tally["totals"]]
    order = sorted(options_of(bundle))
    if sorted(said) == order:
        weights = {total["option"]: number(total["weight"]) for total in tally["totals"]}
        order = sorted(said, key=lambda option: (-weights[option], option))
    if said != order:
        raise Failure("options_differ", found=", ".join(order))
    if tally["abstentions"]["option"] != ABSTAIN:
        raise Failure("options_differ", found=ABSTAIN)
    for total in [*tally["totals"], tally["abstentions"]]:
        _same_parts(total, ("option", "heads", "weight"))
        if step is not None and number(total["weight"]) % step:
            raise Failure("not_a_step", option=total["option"], said=total["weight"], step=step)


def _check_sums(bundle, cast):
    """Heads add up, and weights can, within what rounding allows."""
    tally, envelopes = bundle["tally"], bundle["box"]["envelopes"]
    ranges = [range_of(bundle, total) for total in [*tally["totals"], tally["abstentions"]]]
    heads = sum(total["heads"] for total in tally["totals"])
    abstained = tally["abstentions"]
    if heads + abstained["heads"] != envelopes:
        raise Failure("heads_differ", found=heads + abstained["heads"], envelopes=envelopes)
    units = cast * scale_of(weights_in_the_box(bundle))
    if not sum(low for low, _ in ranges) <= units <= sum(high for _, high in ranges):
        raise Failure("sums_impossible", weight=cast)
    # All candidates together are what the published abstentions leave of all ballots.
    _same_total("options", tally["for_options"], heads, max(cast - number(abstained["weight"]), 0))


def secret_quorum_of(bundle):
    """The arithmetic of the quorum as far as it is published.

    Where abstentions do not count and only the outcome is published, those present are not told, since that
    would tell the abstentions; whether the quorum is met then has to agree with the outcome.
    """
    tally, envelopes = bundle["tally"], bundle["box"]["envelopes"]
    if bundle["rules"]["parameters"]["quorum_counts_abstentions"]:
        return quorum_with(bundle, envelopes)
    if tally["for_options"] is not None:
        return quorum_with(bundle, tally["for_options"]["heads"])
    quorum = quorum_with(bundle, envelopes)
    if tally["state"] in ("no_votes", "no_quorum"):
        # None is the fewest that can have been present, and without votes it is how many were.
        quorum["met"] = quorum["required"] <= 0
    return without(quorum, "present", "percentage")


def check_secret_quorum(bundle):
    """Base and number needed follow from roll and rules; who took part, from what is published."""
    expected = secret_quorum_of(bundle)
    _same_quorum(bundle, expected)
    return {"sentence": "quorum" if "present" in expected else "quorum_only", **expected}


def check_secret_outcome(bundle):
    """The outcome does not contradict the totals, as far as they are published, nor the quorum."""
    tally = bundle["tally"]
    said = _outcome_words(bundle, tally["state"], tally["elected"], tally["tied"])
    if not _may_be(bundle, tally["state"], tally["elected"], tally["tied"]):
        raise Failure("outcome_impossible", said=said)
    return {"sentence": "outcome_possible", "outcome": said}


def _may_be(bundle, state, elected, tied):
    met, declared = secret_quorum_of(bundle)["met"], (state, elected, tied)
    if not met or state == "no_quorum":
        return not met and declared == ("no_quorum", None, [])
    ranges = _ranges_of_options(bundle)
    if state == "no_votes":
        return declared == ("no_votes", None, []) and not any(low for low, _ in ranges.values())
    if bundle["election"]["ballot"] == "ratification":
        return _may_be_ratified(bundle, declared, ranges)
    if len(tied) > bundle["box"]["envelopes"]:
        return False
    return _may_be_first(declared, ranges)


def _ranges_of_options(bundle):
    tally, weights = bundle["tally"], weights_in_the_box(bundle)
    if tally["publication"]["level"] == OUTCOME_ALONE:
        most = sum(weights, Fraction(0)) * scale_of(weights) if bundle["box"]["envelopes"] else 0
        return {option: (0, most) for option in options_of(bundle)}
    return {total["option"]: range_of(bundle, total) for total in tally["totals"]}


def _may_be_first(declared, ranges):
    """Whether the elected can have more than anybody else, or those tied the same and more than all others."""
    state, elected, tied = declared
    first = [elected] if state == "elected" else tied
    expected = ("elected", elected, []) if state == "elected" else ("tie", None, sorted(set(tied)))
    if declared != expected or len(first) < (1 if state == "elected" else 2) or not set(first) <= set(ranges):
        return False
    low = max(ranges[option][0] for option in first)
    high = min(ranges[option][1] for option in first)
    followers = max((ranges[option][0] for option in ranges if option not in first), default=0)
    return high >= max(low, followers + 1)


def _may_be_ratified(bundle, declared, ranges):
    (least_yes, most_yes), (least_no, most_no) = ranges["yes"], ranges["no"]
    equal_is_enough = bundle["rules"]["parameters"]["ratification_boundary"] == "no_does_not_exceed_yes"
    if not most_yes and not most_no:
        return False
    if declared == ("elected", bundle["candidates"][0]["id"], []):
        return most_yes >= least_no + (0 if equal_is_enough else 1)
    return declared == ("not_ratified", None, []) and most_no >= least_yes + (1 if equal_is_enough else 0)


def check_secret_trace(bundle):
    """The told count says what is published, and nothing more."""
    tally, quorum = bundle["tally"], bundle["quorum"]
    lines = [("published", tally["publication"]), ("ballots", tally["cast"])]
    if tally["abstentions"] is not None:
        lines.append(("abstentions", tally["abstentions"]))
        lines += [("total", total) for total in tally["totals"]]
    lines += _secret_ending(bundle)
    told = ("quorum_met" if quorum["met"] else "quorum_not_met") + ("" if "present" in quorum else "_only")
    lines.append((told, without(quorum, "met")))
    expected = [{"code": "trace." + code, "facts": facts} for code, facts in lines]
    return {"sentence": "trace_published", **_same_trace(bundle, expected)}


def _secret_ending(bundle):
    tally = bundle["tally"]
    candidate = {"candidate": bundle["candidates"][0]["id"]}
    if tally["state"] == "elected" and bundle["election"]["ballot"] == "ratification":
        return [("secret_ratified", candidate)]
    endings = {
        "elected": [("secret_elected", {"option": tally["elected"]})],
        "tie": [("secret_tie", {"options": tally["tied"]})],
        "no_votes": [("no_votes", {})],
        "not_ratified": [("secret_not_ratified", candidate)],
    }
    return endings.get(tally["state"], [])


def check_sealed(bundle):
    """No ballot has an entry in the chain; the box, every barred place and the count have theirs.

    Between close and count so many scrutineers opened the box as are needed, each once at least.
    """
    box = bundle["box"]
    for entry in entries_of(bundle, CAST):
        raise Failure("cast_in_chain", sequence=entry["sequence"])
    found = digest(
        {
            "envelopes": box["envelopes"],
            "list": box["list"],
            "replaced": digest(box["replaced"]),
            "voided": digest(box["voided"]),
            "voters": box["voters_hash"],
        }
    )
    closed = entries_of(bundle, CLOSED)
    if [entry["digest"] for entry in closed] != [found]:
        numbers = ", ".join(str(entry["sequence"]) for entry in closed) or "-"
        raise Failure("close_differs", sequence=numbers, found=found)
    _check_bars(bundle)
    counted = _check_counted(bundle)
    return {
        "closed": closed[0]["sequence"],
        "counted": counted["sequence"],
        "barred": len(bundle["barred"]),
        "people": _check_layers(bundle, closed[0], counted),
    }


def _check_layers(bundle, closed, counted):
    needed = bundle["rules"]["parameters"]["scrutineers_needed"]
    people = {
        entry["actor_id"]
        for entry in entries_of(bundle, LAYER_REMOVED)
        if closed["sequence"] < entry["sequence"] < counted["sequence"]
    }
    if len(people) < needed:
        raise Failure("layers_missing", found=len(people), needed=needed)
    return len(people)


def check_tracker(bundle, tracker):
    """What became of a sealed ballot."""
    for name, where in WHERE.items():
        if bundle["box"] is not None and tracker in bundle["box"][name]:
            return {"tracker": tracker, "where": where}
    raise Failure("tracker_unknown", tracker=tracker)


# The file of the scrutineers: opened ballots, without places


def check_opened(found):
    """As many ballots as envelopes, and together exactly the weights of the places that voted."""
    bundle, ballots = found["bundle"], found["ballots"]
    _check_voters(bundle, found["voters"], found["voters_salt"])
    before = ("", Fraction(0))
    for line, ballot in enumerate(ballots, 1):
        _same_parts(ballot, ("choice", "weight"))
        if ballot["choice"] not in [*options_of(bundle), ABSTAIN]:
            raise Failure("opened_choice", line=line, found=ballot["choice"])
        said = ballot["choice"], number(ballot["weight"])
        if said < before:
            raise Failure("opened_order", line=line)
        before = said
    if len(ballots) != bundle["box"]["envelopes"]:
        raise Failure("opened_count", ballots=len(ballots), envelopes=bundle["box"]["envelopes"])
    weights, _ = weights_of(bundle["roll"], bundle["rules"]["parameters"])
    opened = [number(ballot["weight"]) for ballot in ballots]
    marked = [weights[place] for place in found["voters"]]
    for weight in sorted({*opened, *marked}):
        if opened.count(weight) != marked.count(weight):
            raise Failure(
                "opened_weight", weight=weight, ballots=opened.count(weight), voters=marked.count(weight)
            )
    return {"ballots": len(ballots), "weight": sum(opened, Fraction(0))}


def opened_totals(found):
    """Heads and exact weights of every option, from the opened ballots."""
    ballots = [(ballot["choice"], number(ballot["weight"])) for ballot in found["ballots"]]
    return added_up(found["bundle"], ballots)


def check_exact_sums(found):
    """What was published is exactly the rounding of the exact sums, in its order."""
    bundle, totals = found["bundle"], opened_totals(found)
    tally, step = bundle["tally"], step_of(bundle)
    options, everything = options_of(bundle), _together(totals, totals)
    _same_total("cast", tally["cast"], *everything)
    if tally["publication"]["level"] != OUTCOME_ALONE:
        order = sorted(options, key=lambda option: (-rounded(totals[option][1], step), option))
        if [total["option"] for total in tally["totals"]] != order:
            raise Failure("options_differ", found=", ".join(order))
        for total in [*tally["totals"], tally["abstentions"]]:
            heads, weight = totals[total["option"]]
            _same_total(total["option"], total, heads, rounded(weight, step))
        left = max(everything[1] - rounded(totals[ABSTAIN][1], step), 0)
        _same_total("options", tally["for_options"], _together(totals, options)[0], left)
    return {"sums": _sums_words(bundle, totals)}


def _together(totals, options):
    return (
        sum(totals[option][0] for option in options),
        sum((totals[option][1] for option in options), Fraction(0)),
    )


def _sums_words(bundle, totals):
    """The exact sums in every language, with the names of the candidates."""
    names = {candidate["id"]: candidate["name"] for candidate in bundle["candidates"]}
    if bundle["election"]["ballot"] == "ratification":
        names = {}
    options = [*in_order(totals), ABSTAIN]
    return {
        lang: "; ".join(
            "{} {} / {}".format(names.get(option) or CHOICES[option][lang], *totals[option])
            for option in options
        )
        for lang in LANGUAGES
    }


def check_exact_quorum(found):
    """The quorum is that of the opened ballots."""
    bundle = found["bundle"]
    expected = quorum_of(bundle, opened_totals(found))
    told = bundle["tally"]["publication"]["level"] != OUTCOME_ALONE or expected["counts_abstentions"]
    _same_quorum(bundle, expected if told else without(expected, "present", "percentage"))
    return expected


def check_exact_outcome(found):
    """The outcome follows from the exact sums, a tie too."""
    return _same_outcome(found["bundle"], opened_totals(found))


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
SECRET = (
    ("fingerprint", check_fingerprint),
    ("roll", check_roll),
    ("weights", check_weights),
    ("box", check_box),
    ("totals", check_secret_totals),
    ("quorum", check_secret_quorum),
    ("outcome", check_secret_outcome),
    ("trace", check_secret_trace),
    ("chain", check_chain),
    ("opening", check_opening),
    ("sealed", check_sealed),
)
OPENED_BALLOTS = (
    ("opened", check_opened),
    ("exact_sums", check_exact_sums),
    ("exact_quorum", check_exact_quorum),
    ("exact_outcome", check_exact_outcome),
)
ACCLAMATION = (("acclamation", check_acclamation), ("chain", check_chain), ("opening", check_opening))
CHECKS = {"roll_call": VOTE, "secret": SECRET, "acclamation": ACCLAMATION}


def verify(found, head=None, fingerprint=None, trackers=()):
    """Every check with its facts and, when it failed, its Failure; nothing else is checked without a schema.

    `found` is a bundle or the file of the scrutineers; `trackers` are looked up in the box.
    """
    results = [_run("schema", check_schema, found)]
    if results[0][2]:
        return results
    bundle = inside(found)
    published = {"chain": {"head": head}, "fingerprint": {"published": fingerprint}}
    results += [
        _run(name, check, bundle, **published.get(name, {})) for name, check in CHECKS[kind_of(bundle)]
    ]
    if bundle is not found:
        results += [_run(name, check, found) for name, check in OPENED_BALLOTS]
    return results + [
        _run("tracker", check_tracker, bundle, tracker=tracker.strip().lower()) for tracker in trackers
    ]


def _run(name, check, found, **published):
    try:
        return name, check(found, **published), None
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
        filled = {key: _in_language(fact, lang) for key, fact in filled.items()}
        sentence = FAILED[failure.sentence] if failure else PASSED[filled.pop("sentence", name)]
        lines.append(f"{mark}  {TITLES[name][lang]}: {sentence[lang].format(**filled)}")
    failed = sum(1 for _, _, failure in results if failure)
    ending = ENDINGS["failed" if failed else "ok"][lang]
    return [*lines, "", *_notes(results, lang), ending.format(failed=failed, checks=len(results))]


def _in_language(fact, lang):
    return fact[lang] if isinstance(fact, dict) and set(fact) == set(LANGUAGES) else fact


def _notes(results, lang):
    """What nobody may take from the checks: said in a line of its own."""
    names = {name for name, _, _ in results}
    if "opened" in names:
        return [NOTES["recount"][lang]]
    return [NOTES["secret"][lang]] if "box" in names else []


def main(arguments=None):
    """Reads the command line and verifies; 0 when everything is OK, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bundle", metavar="bundle.json")
    parser.add_argument("--lang", choices=LANGUAGES, default=_language_of_the_machine())
    parser.add_argument("--head", help="the head of the audit chain, as published elsewhere")
    parser.add_argument("--fingerprint", help="the fingerprint of the roll, as published elsewhere")
    parser.add_argument(
        "--tracker", action="append", default=[], help="say what became of this sealed ballot; repeatable"
    )
    chosen = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        results = verify(load(chosen.bundle), chosen.head, chosen.fingerprint, chosen.tracker)
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
    "trace": _four("Told count", "Detalle del escrutinio", "Relato da apuração", "Récit du dépouillement"),
    "chain": _four("Audit chain", "Cadena de auditoría", "Cadeia de auditoria", "Chaîne d’audit"),
    "opening": _four("Opening", "Apertura", "Abertura", "Ouverture"),
    "anchors": _four(
        "Ballots in the chain", "Boletas en la cadena", "Cédulas na cadeia", "Bulletins dans la chaîne"
    ),
    "box": _four("Box", "Urna", "Urna", "Urne"),
    "sealed": _four("Box in the chain", "Urna en la cadena", "Urna na cadeia", "Urne dans la chaîne"),
    "opened": _four("Opened ballots", "Boletas abiertas", "Cédulas abertas", "Bulletins ouverts"),
    "exact_sums": _four("Exact sums", "Sumas exactas", "Somas exatas", "Sommes exactes"),
    "exact_quorum": _four("Recounted quorum", "Quórum recontado", "Quórum recontado", "Quorum recompté"),
    "exact_outcome": _four(
        "Recounted outcome", "Resultado recontado", "Resultado recontado", "Résultat recompté"
    ),
    "tracker": _four("Tracker", "Código de seguimiento", "Código de rastreamento", "Code de suivi"),
}

CHOICES = {
    "yes": _four("yes", "sí", "sim", "oui"),
    "no": _four("no", "no", "não", "non"),
    "abstain": _four("abstention", "abstención", "abstenção", "abstention"),
}

WHERE = {
    "trackers": _four("is in the box", "está en la urna", "está na urna", "est dans l’urne"),
    "replaced": _four(
        "was replaced by a later ballot of the same member",
        "fue reemplazado por un voto posterior del mismo miembro",
        "foi substituído por uma cédula posterior do mesmo membro",
        "a été remplacé par un bulletin ultérieur du même membre",
    ),
    "voided": _four(
        "was taken out because its place was barred",
        "fue retirado porque su lugar se inhabilitó",
        "foi retirado porque seu lugar foi excluído",
        "a été retiré parce que sa place a été exclue",
    ),
}

NOTES = {
    "secret": _four(
        "NOTE: this vote was secret. Its sums are the scrutineers' and cannot be recounted from this file; everything else that can be checked from it was checked.",
        "NOTA: esta votación fue secreta. Sus sumas son de los escrutadores y no se pueden recontar con este archivo; todo lo demás que se puede comprobar con él fue comprobado.",
        "NOTA: esta votação foi secreta. Suas somas são dos escrutinadores e não podem ser recontadas com este arquivo; tudo o mais que se pode verificar com ele foi verificado.",
        "NOTE : ce vote était secret. Ses sommes sont celles des scrutateurs et ne peuvent être recomptées à partir de ce fichier ; tout ce qu’il permet de vérifier par ailleurs a été vérifié.",
    ),
    "recount": _four(
        "NOTE: this file is for the scrutineers alone. A weight can point at a member: do not publish it or pass it on.",
        "NOTA: este archivo es solo para los escrutadores. Un peso puede señalar a un miembro: no lo publique ni lo comparta.",
        "NOTA: este arquivo é só para os escrutinadores. Um peso pode apontar para um membro: não o publiquem nem o repassem.",
        "NOTE : ce fichier est réservé aux scrutateurs. Un poids peut désigner un membre : ne le publiez pas et ne le transmettez pas.",
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
        "el padrón tiene la huella digital {fingerprint}.",
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
        "las {lines} líneas son las del escrutinio.",
        "as {lines} linhas são as da recontagem.",
        "les {lines} lignes sont celles du recomptage.",
    ),
    "chain": _four(
        "{entries} entries ({own} of this election) link up to the head {head}.",
        "{entries} eslabones ({own} de esta elección) enlazan hasta el último, {head}.",
        "{entries} registros ({own} desta eleição) se encadeiam até a cabeça {head}.",
        "{entries} entrées ({own} de cette élection) s’enchaînent jusqu’à la tête {head}.",
    ),
    "opening": _four(
        "candidates, rules, dates and roll are those fixed in entry {sequence}.",
        "candidaturas, reglas, fechas y padrón son los fijados en el eslabón {sequence}.",
        "candidaturas, regras, datas e lista são os fixados no registro {sequence}.",
        "candidatures, règles, dates et liste sont celles fixées à l’entrée {sequence}.",
    ),
    "anchors": _four(
        "{ballots} ballots and the count have their entries.",
        "{ballots} boletas y el escrutinio tienen sus eslabones.",
        "{ballots} cédulas e a apuração têm seus registros.",
        "{ballots} bulletins et le dépouillement ont leurs entrées.",
    ),
    "box": _four(
        "{trackers} envelopes of as many voters, {replaced} replaced, {voided} void; no tracker stands twice, and both lists have their hashes.",
        "{trackers} sobres de otros tantos votantes, {replaced} reemplazados, {voided} nulos; ningún código se repite, y ambas listas tienen sus hashes.",
        "{trackers} envelopes de igual número de votantes, {replaced} substituídos, {voided} anulados; nenhum código se repete, e ambas as listas têm suas impressões digitais.",
        "{trackers} enveloppes d’autant de votants, {replaced} remplacées, {voided} annulées ; aucun code ne se répète, et les deux listes ont leurs empreintes.",
    ),
    "box_unnamed": _four(
        "{trackers} envelopes, {replaced} replaced, {voided} void; no tracker stands twice, and the list has its hash. Who voted is not published.",
        "{trackers} sobres, {replaced} reemplazados, {voided} nulos; ningún código se repite, y la lista tiene su hash. No se publica quiénes votaron.",
        "{trackers} envelopes, {replaced} substituídos, {voided} anulados; nenhum código se repete, e a lista tem sua impressão digital. Não se publica quem votou.",
        "{trackers} enveloppes, {replaced} remplacées, {voided} annulées ; aucun code ne se répète, et la liste a son empreinte. L’identité des votants n’est pas publiée.",
    ),
    "totals_exact": _four(
        "the published totals are exact and add up to the {heads} envelopes of weight {weight}.",
        "los totales publicados son exactos y suman los {heads} sobres, de peso {weight}.",
        "os totais publicados são exatos e somam os {heads} envelopes, de peso {weight}.",
        "les totaux publiés sont exacts et font les {heads} enveloppes, de poids {weight}.",
    ),
    "totals_rounded": _four(
        "the published totals are multiples of {step} and can add up to the {heads} envelopes of weight {weight}.",
        "los totales publicados son múltiplos de {step} y pueden sumar los {heads} sobres, de peso {weight}.",
        "os totais publicados são múltiplos de {step} e podem somar os {heads} envelopes, de peso {weight}.",
        "les totaux publiés sont des multiples de {step} et peuvent faire les {heads} enveloppes, de poids {weight}.",
    ),
    "totals_outcome": _four(
        "{heads} envelopes of weight {weight}; of the count, only the outcome is published.",
        "{heads} sobres de peso {weight}; del escrutinio solo se publica el resultado.",
        "{heads} envelopes de peso {weight}; da apuração só se publica o resultado.",
        "{heads} enveloppes de poids {weight} ; du dépouillement, seul le résultat est publié.",
    ),
    "quorum_only": _four(
        "{required} of {base} members were needed; how many were present is not published, since it would tell how many abstained.",
        "se necesitaban {required} de {base} miembros; no se publica cuántos estuvieron presentes, pues revelaría cuántos se abstuvieron.",
        "eram necessários {required} de {base} membros; não se publica quantos estiveram presentes, pois revelaria quantos se abstiveram.",
        "il fallait {required} membres sur {base} ; le nombre de présents n’est pas publié, car il révélerait celui des abstentions.",
    ),
    "trace_published": _four(
        "all {lines} lines say what is published, and nothing else.",
        "las {lines} líneas dicen lo publicado, y nada más.",
        "as {lines} linhas dizem o que foi publicado, e nada mais.",
        "les {lines} lignes disent ce qui est publié, et rien d’autre.",
    ),
    "outcome_possible": _four(
        "{outcome}; nothing that is published contradicts it.",
        "{outcome}; nada de lo publicado lo contradice.",
        "{outcome}; nada do que foi publicado o contradiz.",
        "{outcome} ; rien de ce qui est publié ne le contredit.",
    ),
    "sealed": _four(
        "the box is the one closed in entry {closed}, opened by {people} scrutineers, and the count the one of entry {counted}; barred places: {barred}.",
        "la urna es la cerrada en el eslabón {closed}, abierta por {people} escrutadores, y el escrutinio es el del eslabón {counted}; lugares inhabilitados: {barred}.",
        "a urna é a encerrada no registro {closed}, aberta por {people} escrutinadores, e a apuração a do registro {counted}; lugares excluídos: {barred}.",
        "l’urne est celle close à l’entrée {closed}, ouverte par {people} scrutateurs, et le dépouillement celui de l’entrée {counted} ; places exclues : {barred}.",
    ),
    "opened": _four(
        "{ballots} ballots, one for each envelope, with exactly the weights of those who voted ({weight} in all).",
        "{ballots} boletas, una por sobre, exactamente con los pesos de quienes votaron ({weight} en total).",
        "{ballots} cédulas, uma por envelope, exatamente com os pesos de quem votou ({weight} no total).",
        "{ballots} bulletins, un par enveloppe, avec exactement les poids de ceux qui ont voté ({weight} en tout).",
    ),
    "exact_sums": _four(
        "recounted (ballots / weight): {sums}. What was published is exactly this, rounded as it says.",
        "recontado (boletas / peso): {sums}. Lo publicado es exactamente esto, redondeado como indica.",
        "recontado (cédulas / peso): {sums}. O publicado é exatamente isto, arredondado como indica.",
        "recompté (bulletins / poids) : {sums}. Ce qui est publié est exactement cela, arrondi comme indiqué.",
    ),
    "exact_quorum": _four(
        "{present} of {base} members took part, {required} needed.",
        "participaron {present} de {base} miembros, se necesitaban {required}.",
        "participaram {present} de {base} membros, eram necessários {required}.",
        "{present} membres sur {base} ont participé, il en fallait {required}.",
    ),
    "exact_outcome": _four(
        "{outcome}, by the exact sums.",
        "{outcome}, según las sumas exactas.",
        "{outcome}, segundo as somas exatas.",
        "{outcome}, d’après les sommes exactes.",
    ),
    "tracker": _four("{tracker} {where}.", "{tracker} {where}.", "{tracker} {where}.", "{tracker} {where}."),
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
    "not_an_individual": _four(
        "place {place}: {member} is no individual member, and only they elect here.",
        "lugar {place}: {member} no es miembro individual, y aquí solo eligen ellos.",
        "lugar {place}: {member} não é membro individual, e aqui só eles elegem.",
        "place {place} : {member} n'est pas membre individuel, et eux seuls élisent ici.",
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
        "las opciones del escrutinio no son, en este orden: {found}.",
        "as opções da apuração não são, nesta ordem: {found}.",
        "les options du dépouillement ne sont pas, dans cet ordre : {found}.",
    ),
    "total_differs": _four(
        "“{option}” is given {said} (ballots / weight), it should be {found}.",
        "«{option}» figura con {said} (boletas / peso), debería ser {found}.",
        "“{option}” consta com {said} (cédulas / peso), deveria ser {found}.",
        "« {option} » a {said} (bulletins / poids), ce devrait être {found}.",
    ),
    "quorum_differs": _four(
        "{name} is given as {said}, it should be {found}.",
        "{name} figura como {said}, debería ser {found}.",
        "{name} consta como {said}, deveria ser {found}.",
        "{name} est {said}, ce devrait être {found}.",
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
        "el eslabón {sequence} no se sigue del anterior.",
        "o registro {sequence} não decorre do anterior.",
        "l’entrée {sequence} ne découle pas de la précédente.",
    ),
    "head_differs": _four(
        "the head is given as {said}, the entries lead to {found}.",
        "el último eslabón indicado es {said}, los eslabones llevan a {found}.",
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
        "el eslabón {sequence} fijó otra cosa; cambiaron candidaturas, reglas, fechas o padrón (ahora {found}).",
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
        "el eslabón {sequence} es de una boleta que el paquete no muestra.",
        "o registro {sequence} é de uma cédula que o pacote não mostra.",
        "l’entrée {sequence} est celle d’un bulletin que le dossier ne montre pas.",
    ),
    "count_differs": _four(
        "the tally is not the one entered in the chain (entry {sequence}).",
        "el escrutinio no es el registrado en la cadena (eslabón {sequence}).",
        "a apuração não é a registrada na cadeia (registro {sequence}).",
        "le dépouillement n’est pas celui inscrit dans la chaîne (entrée {sequence}).",
    ),
    "barred_malformed": _four(
        "the barred place {place} is not on the roll, stands twice or out of order.",
        "el lugar inhabilitado {place} no está en el padrón, se repite o está fuera de orden.",
        "o lugar excluído {place} não está na lista, se repete ou está fora de ordem.",
        "la place exclue {place} n’est pas sur la liste, se répète ou n’est pas dans l’ordre.",
    ),
    "ballot_barred": _four(
        "ballot {receipt} of place {place}, number {ordinal}: cast at {found}, after the place was barred.",
        "boleta {receipt} del lugar {place}, número {ordinal}: emitida el {found}, después de inhabilitado el lugar.",
        "cédula {receipt} do lugar {place}, número {ordinal}: depositada em {found}, depois de excluído o lugar.",
        "bulletin {receipt} de la place {place}, numéro {ordinal} : déposé le {found}, après l’exclusion de la place.",
    ),
    "bar_not_in_chain": _four(
        "that place {place} was barred, and when, is not what was entered in the chain.",
        "que se inhabilitó el lugar {place}, y cuándo, no es lo registrado en la cadena.",
        "que o lugar {place} foi excluído, e quando, não é o registrado na cadeia.",
        "l’exclusion de la place {place}, ou son moment, n’est pas celle inscrite dans la chaîne.",
    ),
    "bar_missing": _four(
        "entry {sequence} bars a place that the bundle does not show as barred.",
        "el eslabón {sequence} inhabilita un lugar que el paquete no muestra como inhabilitado.",
        "o registro {sequence} exclui um lugar que o pacote não mostra como excluído.",
        "l’entrée {sequence} exclut une place que le dossier ne montre pas comme exclue.",
    ),
    "tracker_malformed": _four(
        "“{found}” is no tracker (64 digits 0-9, a-f).",
        "«{found}» no es un código de seguimiento (64 cifras 0-9, a-f).",
        "“{found}” não é um código de rastreamento (64 algarismos 0-9, a-f).",
        "« {found} » n’est pas un code de suivi (64 chiffres 0-9, a-f).",
    ),
    "tracker_twice": _four(
        "the tracker {found} stands twice.",
        "el código de seguimiento {found} se repite.",
        "o código de rastreamento {found} se repete.",
        "le code de suivi {found} figure deux fois.",
    ),
    "tracker_order": _four(
        "the tracker {found} is out of order: lists are sorted, so that their order tells nothing.",
        "el código de seguimiento {found} está fuera de orden: las listas se ordenan para que su orden no revele nada.",
        "o código de rastreamento {found} está fora de ordem: as listas são ordenadas para que sua ordem não revele nada.",
        "le code de suivi {found} n’est pas dans l’ordre : les listes sont triées pour que leur ordre ne révèle rien.",
    ),
    "tracker_unknown": _four(
        "{tracker} is in none of the lists of this vote.",
        "{tracker} no figura en ninguna lista de esta votación.",
        "{tracker} não consta de nenhuma lista desta votação.",
        "{tracker} ne figure dans aucune liste de ce vote.",
    ),
    "box_count": _four(
        "{said} envelopes are given, {found} trackers are listed.",
        "se indican {said} sobres, hay {found} códigos de seguimiento.",
        "são indicados {said} envelopes, há {found} códigos de rastreamento.",
        "{said} enveloppes sont annoncées, {found} codes de suivi figurent sur la liste.",
    ),
    "list_differs": _four(
        "the list of trackers says {said} but has {found}: it was changed.",
        "la lista de códigos dice {said} pero tiene {found}: fue modificada.",
        "a lista de códigos diz {said} mas tem {found}: foi alterada.",
        "la liste des codes annonce {said} mais a {found} : elle a été modifiée.",
    ),
    "voided_differ": _four(
        "{voided} ballots are void, but {barred} places were barred.",
        "{voided} boletas son nulas, pero se inhabilitaron {barred} lugares.",
        "{voided} cédulas estão anuladas, mas foram excluídos {barred} lugares.",
        "{voided} bulletins sont annulés, mais {barred} places ont été exclues.",
    ),
    "scrutineers_differ": _four(
        "{said} scrutineers are given, the rules say {found}.",
        "se indican {said} escrutadores, las reglas dicen {found}.",
        "são indicados {said} escrutinadores, as regras dizem {found}.",
        "{said} scrutateurs sont annoncés, les règles en veulent {found}.",
    ),
    "voter_unknown": _four(
        "place {place} is listed as a voter and is not on the roll.",
        "el lugar {place} figura como votante y no está en el padrón.",
        "o lugar {place} consta como votante e não está na lista.",
        "la place {place} est donnée comme votante et n’est pas sur la liste.",
    ),
    "voter_barred": _four(
        "place {place} is listed as a voter and was barred.",
        "el lugar {place} figura como votante y está inhabilitado.",
        "o lugar {place} consta como votante e foi excluído.",
        "la place {place} est donnée comme votante et a été exclue.",
    ),
    "voter_order": _four(
        "place {place} stands twice or out of order among the voters.",
        "el lugar {place} se repite o está fuera de orden entre los votantes.",
        "o lugar {place} se repete ou está fora de ordem entre os votantes.",
        "la place {place} figure deux fois ou hors de l’ordre parmi les votants.",
    ),
    "voters_count": _four(
        "{voters} places voted, {envelopes} envelopes are in the box.",
        "votaron {voters} lugares, en la urna hay {envelopes} sobres.",
        "votaram {voters} lugares, na urna há {envelopes} envelopes.",
        "{voters} places ont voté, {envelopes} enveloppes sont dans l’urne.",
    ),
    "voters_differ": _four(
        "the list of voters should have {said} but has {found}: it was changed.",
        "la lista de votantes debería tener {said} pero tiene {found}: fue modificada.",
        "a lista de votantes deveria ter {said} mas tem {found}: foi alterada.",
        "la liste des votants devrait avoir {said} mais a {found} : elle a été modifiée.",
    ),
    "step_differs": _four(
        "how finely it is published is given as {said}, it should be {found}.",
        "el grado de publicación figura como {said}, debería ser {found}.",
        "o grau de publicação consta como {said}, deveria ser {found}.",
        "la finesse de publication est {said}, elle devrait être {found}.",
    ),
    "not_a_step": _four(
        "“{option}” is given {said}, which is no multiple of {step}.",
        "«{option}» figura con {said}, que no es múltiplo de {step}.",
        "“{option}” consta com {said}, que não é múltiplo de {step}.",
        "« {option} » a {said}, qui n’est pas un multiple de {step}.",
    ),
    "total_impossible": _four(
        "“{option}” is given {said} (ballots / weight): so many ballots cannot weigh that.",
        "«{option}» figura con {said} (boletas / peso): tantas boletas no pueden pesar eso.",
        "“{option}” consta com {said} (cédulas / peso): tantas cédulas não podem pesar isso.",
        "« {option} » a {said} (bulletins / poids) : autant de bulletins ne peuvent peser cela.",
    ),
    "heads_differ": _four(
        "choices and abstentions make {found} ballots, {envelopes} envelopes are in the box.",
        "opciones y abstenciones hacen {found} boletas, en la urna hay {envelopes} sobres.",
        "opções e abstenções fazem {found} cédulas, na urna há {envelopes} envelopes.",
        "choix et abstentions font {found} bulletins, {envelopes} enveloppes sont dans l’urne.",
    ),
    "sums_impossible": _four(
        "however they were rounded, the published weights do not add up to {weight}.",
        "como quiera que se hayan redondeado, los pesos publicados no suman {weight}.",
        "como quer que tenham sido arredondados, os pesos publicados não somam {weight}.",
        "quel que soit leur arrondi, les poids publiés ne font pas {weight}.",
    ),
    "outcome_impossible": _four(
        "declared: {said}; the published totals, the ballot or the quorum contradict it.",
        "declarado: {said}; lo contradicen los totales publicados, la boleta o el quórum.",
        "declarado: {said}; os totais publicados, a cédula ou o quórum o contradizem.",
        "déclaré : {said} ; les totaux publiés, le bulletin ou le quorum le contredisent.",
    ),
    "cast_in_chain": _four(
        "entry {sequence} is of a single ballot: in a secret vote it would tell when somebody voted.",
        "el eslabón {sequence} es de una sola boleta: en una votación secreta revelaría cuándo votó alguien.",
        "o registro {sequence} é de uma só cédula: em uma votação secreta revelaria quando alguém votou.",
        "l’entrée {sequence} est celle d’un seul bulletin : dans un vote secret, elle révélerait quand quelqu’un a voté.",
    ),
    "close_differs": _four(
        "the box is not the one closed in the chain (entry {sequence}; the box has {found}).",
        "la urna no es la cerrada en la cadena (eslabón {sequence}; la urna tiene {found}).",
        "a urna não é a encerrada na cadeia (registro {sequence}; a urna tem {found}).",
        "l’urne n’est pas celle close dans la chaîne (entrée {sequence} ; l’urne a {found}).",
    ),
    "layers_missing": _four(
        "{found} scrutineers opened the box between close and count, {needed} are needed.",
        "entre el cierre y el escrutinio abrieron la urna {found} escrutadores, se necesitan {needed}.",
        "entre o encerramento e a apuração abriram a urna {found} escrutinadores, são necessários {needed}.",
        "{found} scrutateurs ont ouvert l’urne entre la clôture et le dépouillement, il en faut {needed}.",
    ),
    "opened_choice": _four(
        "opened ballot {line}: “{found}” is not on the ballot.",
        "boleta abierta {line}: «{found}» no figura en ella.",
        "cédula aberta {line}: “{found}” não consta nela.",
        "bulletin ouvert {line} : « {found} » n’y figure pas.",
    ),
    "opened_order": _four(
        "opened ballot {line} is out of order.",
        "la boleta abierta {line} está fuera de orden.",
        "a cédula aberta {line} está fora de ordem.",
        "le bulletin ouvert {line} n’est pas dans l’ordre.",
    ),
    "opened_count": _four(
        "{ballots} ballots were opened, {envelopes} envelopes were in the box.",
        "se abrieron {ballots} boletas, en la urna había {envelopes} sobres.",
        "foram abertas {ballots} cédulas, na urna havia {envelopes} envelopes.",
        "{ballots} bulletins ont été ouverts, {envelopes} enveloppes étaient dans l’urne.",
    ),
    "opened_weight": _four(
        "{ballots} opened ballots weigh {weight}, but {voters} of those who voted do.",
        "{ballots} boletas abiertas pesan {weight}, pero {voters} de quienes votaron tienen ese peso.",
        "{ballots} cédulas abertas pesam {weight}, mas {voters} de quem votou têm esse peso.",
        "{ballots} bulletins ouverts pèsent {weight}, mais {voters} de ceux qui ont voté ont ce poids.",
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
