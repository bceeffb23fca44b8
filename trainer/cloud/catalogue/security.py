"""Who may do what, and what keeps others out."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "iam-user",
        "IAM user",
        Category.SECURITY,
        Scope.GLOBAL,
        "A person or program with lasting credentials in one account.",
    ),
    Service(
        "iam-group",
        "IAM group",
        Category.SECURITY,
        Scope.GLOBAL,
        "A set of IAM users who share permissions.",
    ),
    Service(
        "iam-role",
        "IAM role",
        Category.SECURITY,
        Scope.GLOBAL,
        "A set of permissions that somebody or something trusted takes on for a while.",
    ),
    Service(
        "iam-policy",
        "IAM policy",
        Category.SECURITY,
        Scope.GLOBAL,
        "A JSON document that says which actions on which resources are allowed or denied.",
    ),
    Service(
        "iam-identity-center",
        "AWS IAM Identity Center",
        Category.SECURITY,
        Scope.REGIONAL,
        "Gives the people of a company one sign-in to many accounts and applications.",
    ),
    Service(
        "cognito",
        "Amazon Cognito",
        Category.SECURITY,
        Scope.REGIONAL,
        "Signs in the users of your own apps and can give them temporary AWS credentials.",
    ),
    Service(
        "secrets-manager",
        "AWS Secrets Manager",
        Category.SECURITY,
        Scope.REGIONAL,
        "Keeps passwords and keys encrypted, and can change them regularly.",
    ),
    Service(
        "certificate-manager",
        "AWS Certificate Manager",
        Category.SECURITY,
        Scope.REGIONAL,
        "Issues and renews the TLS certificates of load balancers, CloudFront and other services.",
    ),
    Service(
        "waf",
        "AWS WAF",
        Category.SECURITY,
        Scope.EDGE | Scope.REGIONAL,
        "Inspects web requests by rules and blocks the harmful ones.",
    ),
    Service(
        "shield",
        "AWS Shield",
        Category.SECURITY,
        Scope.EDGE | Scope.REGIONAL,
        "Absorbs floods of traffic that are meant to make an application unreachable (DDoS).",
    ),
    Service(
        "network-acl",
        "Network ACL",
        Category.SECURITY,
        Scope.VPC | Scope.ZONAL,
        "A stateless firewall at the border of a subnet, with numbered rules that allow or deny.",
    ),
    Service(
        "security-group",
        "Security group",
        Category.SECURITY,
        Scope.VPC | Scope.ZONAL,
        "A stateful firewall around an instance or another resource, with rules that only allow.",
    ),
)
