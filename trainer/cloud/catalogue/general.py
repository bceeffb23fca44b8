"""People, devices and equipment outside AWS, and what belongs to no other group."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "users",
        "Users",
        Category.GENERAL,
        Scope.INTERNET,
        "The people who use the application, with a browser or an app.",
    ),
    Service(
        "mobile-client",
        "Mobile client",
        Category.GENERAL,
        Scope.INTERNET,
        "A phone or tablet with your app.",
    ),
    Service(
        "iot-device",
        "IoT device",
        Category.GENERAL,
        Scope.INTERNET,
        "A sensor or machine that sends its data over a network.",
    ),
    Service(
        "internet",
        "Internet servers",
        Category.GENERAL,
        Scope.INTERNET,
        "Servers of others, somewhere on the internet.",
    ),
    Service(
        "third-party-idp",
        "Third-party identity provider",
        Category.GENERAL,
        Scope.INTERNET,
        "A directory outside AWS that vouches for who somebody is.",
    ),
    Service(
        "on-premises-server",
        "On-premises server",
        Category.GENERAL,
        Scope.ON_PREMISES,
        "A machine in your own data center or office.",
    ),
    Service(
        "on-premises-database",
        "On-premises database",
        Category.GENERAL,
        Scope.ON_PREMISES,
        "A database that you run on hardware of your own.",
    ),
    Service(
        "on-premises-router",
        "On-premises router",
        Category.GENERAL,
        Scope.ON_PREMISES,
        "Passes traffic between your own network and the world outside.",
    ),
    Service(
        "customer-gateway",
        "Customer gateway device",
        Category.GENERAL,
        Scope.ON_PREMISES,
        "Your own router or software at the far end of a VPN to AWS.",
    ),
    Service(
        "chip",
        "Statement",
        Category.GENERAL,
        Scope.ANYWHERE,
        "A statement, a state or a step, to be put where it belongs.",
    ),
    Service(
        "marketplace",
        "AWS Marketplace",
        Category.GENERAL,
        Scope.GLOBAL,
        "A shop for software and services of other vendors, such as machine images.",
    ),
    Service(
        "data-center",
        "Data center",
        Category.GENERAL,
        Scope.AZ,
        "A building of AWS with servers, storage and network equipment; one or several make up a zone.",
    ),
)
