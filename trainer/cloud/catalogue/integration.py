"""What lets parts of an application talk without knowing each other."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "api-gateway",
        "Amazon API Gateway",
        Category.INTEGRATION,
        Scope.REGIONAL,
        "A managed front door for APIs that checks and throttles requests and passes them on.",
    ),
    Service(
        "sqs",
        "Amazon SQS",
        Category.INTEGRATION,
        Scope.REGIONAL,
        "A queue that keeps messages until a consumer has worked them off.",
    ),
    Service(
        "sns",
        "Amazon SNS",
        Category.INTEGRATION,
        Scope.REGIONAL,
        "A topic that pushes each message to all of its subscribers.",
    ),
    Service(
        "eventbridge",
        "Amazon EventBridge",
        Category.INTEGRATION,
        Scope.REGIONAL,
        "Routes events of AWS services, your applications and other vendors to targets, by rules.",
    ),
    Service(
        "step-functions",
        "AWS Step Functions",
        Category.INTEGRATION,
        Scope.REGIONAL,
        "Runs the steps of a workflow in order, with branches, retries and waiting.",
    ),
)
