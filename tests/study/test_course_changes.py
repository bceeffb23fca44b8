from hypothesis import given
from hypothesis import strategies as st

from tests.store.card_events import note, pack
from trainer.study.course_changes import CourseChange, Part, Words, compare_words, course_changes

TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_their_comparison(before, after):
    words = compare_words(before, after)

    assert "".join(one.text for one in words if one.part is not Part.IN) == before
    assert "".join(one.text for one in words if one.part is not Part.OUT) == after


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert all(one.part is Part.KEPT for one in compare_words(text, text))


def test_words_are_compared_whole():
    assert compare_words("It has two zones.", "It has three zones.") == (
        Words(Part.KEPT, "It has "),
        Words(Part.OUT, "two"),
        Words(Part.IN, "three"),
        Words(Part.KEPT, " zones."),
    )


def test_only_what_the_course_changed_under_ones_own_words_is_told(store):
    store.import_pack(pack(note("a")))
    store.edit_notes({"a": {"front": "Mine?", "back": "Mine."}})
    store.import_pack(pack(note("a", front="What is a?", back="Another.")))

    assert course_changes(store.note("a")) == (CourseChange("back", "Mine.", "Another."),)
