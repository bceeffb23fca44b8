import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer.learning.typed_answer import Judgement, Outdated, Verdict, judge_typed, same_typed

RIGHT, NEARLY, OUTDATED, WRONG = Verdict.RIGHT, Verdict.NEARLY, Verdict.OUTDATED, Verdict.WRONG


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("nat GATEWAY", "NAT gateway"),
        ("  NAT   gateway. ", "NAT gateway"),
        ("a NAT gateway", "`NAT` **gateway**"),
        ("multi az", "Multi-AZ"),
        ("1000", "1,000"),
        ("1 000", "1,000"),
        ("1\u202f000", "1000"),
        ("1000000", "1 000 000"),
        (".5", "0.5"),
        ("0,5", "0.5"),
        ("0.50", "0.5"),
        ("100.0", "100"),
        ("two", "2"),
        ("two minutes", "2 min"),
        ("30s", "30 seconds"),
        ("30 sec", "30 s"),
        ("30-second", "30 s"),
        ("1 hour", "60 minutes"),
        ("1 h", "1 hour"),
        ("35d", "35 days"),
        ("1 week", "7 days"),
        ("6 ms", "6 milliseconds"),
        ("512kb", "512 KB"),
        ("64 tib", "64 TiB"),
        ("64 tebibytes", "64 TiB"),
        ("100 gbit/s", "100 Gbps"),
        ("100 Gb/s", "100 Gbps"),
        ("125 mb/s", "125 MB/s"),
        ("125 MBps", "125 MB/s"),
        ("99.99 percent", "99.99%"),
        ("99,99 %", "99.99%"),
        ("24", "/24"),
        ("/24", "/24"),
        ("80,443", "80, 443"),
        ("10.0.0.0/16", "`10.0.0.0/16`"),
        ("x–forwarded–for", "X-Forwarded-For"),  # noqa: RUF001
    ],
)
def test_forms_of_the_same_answer_are_right(typed, answer):
    assert judge_typed(typed, answer) == Judgement(RIGHT, answer)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "NAT gateway"),
        (" . ", "."),
        ("64 TB", "64 TiB"),
        ("1 KB", "1 KiB"),
        ("10 GBps", "10 Gbps"),
        ("30", "30 s"),
        ("30 min", "30 s"),
        ("1 month", "30 days"),
        ("100", "1000"),
        ("1 0", "1 000"),
        ("1001", "1000"),
        ("10.0.0.0/17", "10.0.0.0/16"),
        ("/24", "24"),
        ("25", "/24"),
        ("IPv6", "IPv4"),
        ("ENA", "ENI"),
        ("port", "sort"),
        ("gatwy", "gateway"),
        ("record", "A record"),
        ("asymmetric", "symmetric"),
        ("synchronous", "asynchronous"),
        ("internet gateway", "NAT gateway"),
    ],
)
def test_what_means_something_else_is_wrong(typed, answer):
    assert judge_typed(typed, answer) == Judgement(WRONG)


@pytest.mark.parametrize(
    "typed", ["NAT gatway", "NAT gatewayy", "NAT gaetway", "NAT gateeay", "NAT gateways", "natgateway"]
)
def test_a_slip_in_a_long_word_is_nearly_right(typed):
    assert judge_typed(typed, "NAT gateway") == Judgement(NEARLY, "NAT gateway")


def test_a_synonym_is_right_and_is_what_was_meant():
    accept = ["elastic network interface", "network interface"]

    assert judge_typed("Network Interface", "ENI", accept) == Judgement(RIGHT, "network interface")
    assert judge_typed("netwrok interface", "ENI", accept) == Judgement(NEARLY, "network interface")


def test_what_was_right_once_says_what_became_of_it():
    old = [Outdated("15 minutes", "It was raised in 2024.")]

    assert judge_typed("15 min", "1 hour", outdated=old) == Judgement(OUTDATED, "15 minutes", "It was raised in 2024.")
    assert judge_typed("60 min", "1 hour", outdated=old).verdict is RIGHT


def test_an_exact_old_name_is_not_taken_for_a_slip_in_the_new_one():
    old = [Outdated("Gateways", "One of them is enough.")]

    assert judge_typed("gateways", "Gateway", outdated=old).verdict is OUTDATED


def test_only_right_and_nearly_right_are_known():
    assert [verdict for verdict in Verdict if Judgement(verdict).passed] == [RIGHT, NEARLY]


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12).filter(lambda word: word != "three")
ANY = st.text(max_size=40)


@given(ANY, ANY)
def test_any_text_is_judged(typed, answer):
    judge_typed(typed, answer, [typed + "x"], [Outdated(answer, "x")])


@given(ANY)
def test_an_answer_is_right_as_it_stands(answer):
    assume(same_typed(answer, answer))

    assert judge_typed(answer, answer).verdict is RIGHT


@given(
    st.lists(WORDS, min_size=1, max_size=4), st.sampled_from([str.upper, str.title, "  {}  ".format, "“{}.”".format])
)
def test_case_spaces_and_punctuation_at_the_ends_make_no_difference(words, change):
    assert judge_typed(change(" ".join(words)), " ".join(words)).verdict is RIGHT


@given(st.integers(0, 10**9), st.sampled_from(["{:,}", "{}", "{}.0"]), st.sampled_from(["{:,}", "{}", "{:_}"]))
def test_forms_of_a_number_make_no_difference(number, form, other):
    assert judge_typed(form.format(number), other.format(number).replace("_", " ")).verdict is RIGHT


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["", " s", " GiB", "%"]))
def test_another_number_is_wrong(one, other, unit):
    assume(one != other)

    assert judge_typed(f"{one}{unit}", f"{other:,}{unit}").verdict is WRONG


@given(st.integers(1, 999), st.sampled_from("KMGTP"))
def test_powers_of_ten_and_of_two_are_kept_apart(number, letter):
    assert judge_typed(f"{number} {letter}B", f"{number} {letter}iB").verdict is WRONG


@given(WORDS, st.data())
def test_one_edit_after_the_first_letter_is_a_slip(word, data):
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("xyz"))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    if at + 1 < len(word):
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    typed = data.draw(st.sampled_from(slips))
    assume(typed not in {word, "three"})

    assert judge_typed(typed, word).verdict is NEARLY


@given(WORDS, WORDS)
def test_a_slip_is_one_in_both_directions_and_changes_the_length_by_one_at_most(one, other):
    verdict = judge_typed(one, other).verdict

    assert verdict is judge_typed(other, one).verdict
    assert verdict is WRONG or abs(len(one) - len(other)) <= 1
