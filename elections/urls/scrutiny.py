"""The pages of a secret vote: for scrutineers, for the officer, and for whoever watches."""

from django.urls import path

from elections.views import ceremony, custody, scrutiny, watching

urlpatterns = [
    path("<slug:slug>/scrutiny/", scrutiny.scrutiny, name="scrutiny"),
    path("<slug:slug>/scrutiny/code/", scrutiny.code, name="scrutiny_code"),
    path("<slug:slug>/scrutiny/confirm/", scrutiny.confirm, name="scrutiny_confirm"),
    path("<slug:slug>/scrutiny/save/", scrutiny.save, name="scrutiny_save"),
    path("<slug:slug>/scrutiny/<str:purpose>/", scrutiny.remove, name="scrutiny_open"),
    path("<slug:slug>/desk/ceremony/", ceremony.ceremony, name="ceremony"),
    path("<slug:slug>/desk/ceremony/key/", ceremony.key_freeze, name="key_freeze"),
    path(
        "<slug:slug>/desk/ceremony/<int:number>/release/",
        ceremony.scrutineer_release,
        name="scrutineer_release",
    ),
    path("<slug:slug>/desk/leaks/", ceremony.leaks, name="leaks"),
    path("<slug:slug>/desk/postpone/", ceremony.postpone, name="postpone"),
    path("<slug:slug>/desk/places/", custody.places, name="places"),
    path("<slug:slug>/desk/places/<int:number>/bar/", custody.place_bar, name="place_bar"),
    path("<slug:slug>/desk/set-back/", custody.set_back, name="set_back"),
    path("<slug:slug>/observe/", watching.observe, name="observe"),
    path("<slug:slug>/observe/begin/", watching.observe_begin, name="observe_begin"),
    path("<slug:slug>/observe/end/", watching.observe_end, name="observe_end"),
    path("<slug:slug>/board/", watching.board, name="board"),
    path("<slug:slug>/board.json", watching.board_json, name="board_json"),
    path("<slug:slug>/promises/", watching.promises, name="promises"),
]
