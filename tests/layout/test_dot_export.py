import pygraphviz

from trainer.layout.dot_export import to_dot
from trainer.layout.drill_picture import write_drill_dot
from trainer.library.shelf import open_library

FLAGSHIP = open_library().drill("three-tier-two-zones")


def parsed(text):
    return pygraphviz.AGraph(string=text)


def test_every_tile_is_a_node_and_every_link_an_edge():
    graph = parsed(write_drill_dot(FLAGSHIP, FLAGSHIP.solution))

    assert {"vpc/igw", "public-a/alb", "public-b/alb", "internet/users"} <= set(graph.nodes())
    assert graph.has_edge("data-a/db-primary", "data-b/db-standby")
    assert graph.get_edge("data-a/db-primary", "data-b/db-standby").attr["style"] == "dashed"
    assert graph.get_edge("public-a/alb", "app-b/web").attr["label"] == "80"


def test_an_empty_container_is_drawn_too():
    graph = parsed(write_drill_dot(FLAGSHIP, {}))

    assert "data-a/" in graph.nodes()
    assert not graph.edges() or {head for _, head in graph.edges()} <= {"internet/users"}


def test_names_with_quotes_and_backslashes_stay_what_they_are():
    graph = parsed(
        to_dot(
            FLAGSHIP.topology,
            {},
            FLAGSHIP.pieces,
            fixtures=FLAGSHIP.fixtures,
            links=(),
            title='A "q" \\N <b>&</b> title',
        )
    )

    assert "q" in graph.graph_attr["label"]
    assert "<b>" in graph.graph_attr["label"]
