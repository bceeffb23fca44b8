"""What watches, operates, describes and delivers everything else."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "cloudwatch",
        "Amazon CloudWatch",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Watches resources and applications by metrics, logs and alarms.",
    ),
    Service(
        "cloudwatch-metric",
        "CloudWatch metric",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "A series of measurements over time, such as the CPU use of an instance.",
    ),
    Service(
        "cloudwatch-alarm",
        "CloudWatch alarm",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Acts when a metric has been beyond its threshold for a given time.",
    ),
    Service(
        "cloudwatch-dashboard",
        "CloudWatch dashboard",
        Category.MANAGEMENT,
        Scope.GLOBAL | Scope.REGIONAL,
        "A page of charts that can show metrics of several Regions.",
    ),
    Service(
        "cloudwatch-logs",
        "CloudWatch Logs",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Collects log events in streams and groups, and keeps them as long as you say.",
    ),
    Service(
        "systems-manager",
        "AWS Systems Manager",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Patches, configures and reaches whole fleets of servers, in AWS and on premises.",
    ),
    Service(
        "backup",
        "AWS Backup",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Makes and keeps the backups of many services by one plan.",
    ),
    Service(
        "cloudformation",
        "AWS CloudFormation",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Creates and changes resources as a template describes them.",
    ),
    Service(
        "cdk",
        "AWS CDK",
        Category.MANAGEMENT,
        Scope.REGIONAL | Scope.INTERNET,
        "Describes infrastructure in a programming language, as source of CloudFormation templates.",
    ),
    Service(
        "codepipeline",
        "AWS CodePipeline",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "Takes each change of the code through build, test and deployment.",
    ),
    Service(
        "serverless-application-repository",
        "AWS Serverless Application Repository",
        Category.MANAGEMENT,
        Scope.REGIONAL,
        "A collection of ready-made serverless applications to deploy or share.",
    ),
    Service(
        "organizations",
        "AWS Organizations",
        Category.MANAGEMENT,
        Scope.GLOBAL,
        "Brings many accounts together, with one bill and common limits on what they may do.",
    ),
)
