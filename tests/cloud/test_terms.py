import pytest

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Piece
from trainer.cloud.term_names import CONCEPTS, FULL_NAME_ONLY, NO_TERMS, PLACES, SHORT_NAMES
from trainer.cloud.terms import TermIndex, term_index, term_names, term_of_piece, term_of_place
from trainer.cloud.topology import Access, Container, ContainerKind


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A NAT gateway", ["nat-gateway"]),
        ("an alb", ["application-load-balancer"]),
        ("Two internet gateways", ["internet-gateway"]),
        ("A private NAT gateway", ["nat-gateway-private"]),
        ("Amazon RDS or Aurora", ["rds", "aurora"]),
        ("A security group, then the security groups", ["security-group"]),
        ("A subgroup", []),
        ("NAT gateway-like", []),
        ("Nightly backups", []),
        ("AWS Backup", ["backup"]),
        ("To a read replica", ["read-replica"]),
        ("A Multi-AZ DB cluster", ["multi-az-cluster"]),
        ("The users", []),
        ("", []),
    ],
)
def test_a_text_names_terms_by_any_of_their_names(text, terms):
    assert term_index().find(text) == tuple(terms)


def test_every_service_is_found_by_its_full_name():
    names = {service.id: service.name for service in CATALOGUE.values() if service.id not in NO_TERMS}

    assert {name: term_index().find(name) for name in names.values()} == {name: (id_,) for id_, name in names.items()}


def test_the_table_of_names_is_about_terms_that_there_are():
    assert CATALOGUE.keys() >= SHORT_NAMES.keys() | NO_TERMS | FULL_NAME_ONLY
    assert term_names().keys() >= PLACES
    assert not {concept.id for concept in CONCEPTS} & CATALOGUE.keys()


def test_one_name_for_two_terms_is_refused():
    with pytest.raises(ValueError, match="'Gate' names both 'a' and 'b'"):
        TermIndex({"a": ("gate",), "b": ("Gate",)})


@pytest.mark.parametrize(
    ("piece", "term"),
    [
        (Piece("db", "rds", "RDS standby", role="standby"), "rds-standby"),
        (Piece("db", "rds", "Database"), "rds"),
        (Piece("table", "route-table", "Table", role="nat-gateway"), "route-table"),
        (Piece("says", "chip", "A statement"), None),
    ],
)
def test_a_piece_stands_for_its_role_or_its_service(piece, term):
    assert term_of_piece(piece) == term


def test_a_subnet_is_public_or_private_or_nobody_knows():
    def term(access):
        return term_of_place(Container("s", ContainerKind.SUBNET, "Subnet", access=access))

    assert [term(Access.PUBLIC), term(Access.PRIVATE), term(None)] == ["public-subnet", "private-subnet", None]
