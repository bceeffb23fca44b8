from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.rules import ALL_RULES


def test_every_service_stands_under_its_own_id_with_a_name_and_a_purpose():
    for name, service in CATALOGUE.items():
        assert service.id == name
        assert service.name
        assert service.purpose.endswith(".")


def test_no_two_services_have_one_name():
    names = [service.name for service in CATALOGUE.values()]

    assert len(set(names)) == len(names)


def test_every_rule_is_about_services_of_the_catalogue():
    about = {service for rule in ALL_RULES.values() for service in rule.services}

    assert about <= CATALOGUE.keys()
