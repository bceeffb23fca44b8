"""Pure AWS knowledge: the service catalogue, topologies, rules and grading."""
