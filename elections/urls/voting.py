"""The pages of rolls, ballots, the officer's desk and results."""

from django.urls import path

from elections.views import ballots, desk, results, rolls

urlpatterns = [
    path("<slug:slug>/roll/", rolls.roll, name="roll"),
    path("<slug:slug>/roll.csv", rolls.roll_csv, name="roll_csv"),
    path("<slug:slug>/roll.json", rolls.roll_json, name="roll_json"),
    path("<slug:slug>/roll/publish/", rolls.roll_publish, name="roll_publish"),
    path("<slug:slug>/roll/correction/", rolls.correction_ask, name="correction_ask"),
    path("<slug:slug>/roll/correction/<int:pk>/", rolls.correction_answer, name="correction_answer"),
    path("<slug:slug>/ballot/", ballots.ballot, name="ballot"),
    path("<slug:slug>/ballot/<int:number>/", ballots.ballot_of, name="ballot_of"),
    path("<slug:slug>/ballot/<int:number>/check/", ballots.ballot_check, name="ballot_check"),
    path("<slug:slug>/ballot/<int:number>/cast/", ballots.ballot_cast, name="ballot_cast"),
    path("<slug:slug>/receipt/<str:receipt>/", ballots.receipt, name="receipt"),
    path("<slug:slug>/desk/", desk.desk, name="desk"),
    path("<slug:slug>/desk/open/", desk.vote_open, name="vote_open"),
    path("<slug:slug>/desk/close/", desk.vote_close, name="vote_close"),
    path("<slug:slug>/desk/count/", desk.vote_count, name="vote_count"),
    path("<slug:slug>/desk/proclaim/", desk.result_proclaim, name="result_proclaim"),
    path("<slug:slug>/result/", results.result, name="result"),
    path("<slug:slug>/bundle.json", results.bundle, name="bundle"),
    path("<slug:slug>/verify/", results.verify_how, name="verify_how"),
]
