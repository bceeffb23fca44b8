from trainer.library.shelf import Summary
from trainer.study.today import Proposal, Reason
from trainer.ui.today.entries import explain, state_of

DRILL = Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 3)


def due(*topics):
    return Proposal(Reason.SKILLS, 5, drill=DRILL, topics=topics)


def test_few_topics_are_all_named():
    assert state_of(due("NAT gateway", "Internet gateway")) == "practise again: NAT gateway, Internet gateway"


def test_of_many_topics_the_first_are_named_and_the_others_counted():
    many = due("NAT gateway", "Internet gateway", "EBS volume", "Region", "Subnet")

    assert state_of(many) == "practise again: NAT gateway, Internet gateway, EBS volume and 2 more"
    assert explain(many) == "Time to practise again: NAT gateway, Internet gateway, EBS volume and 2 more."
