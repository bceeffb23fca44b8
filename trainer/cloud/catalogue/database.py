"""Databases, their caches and proxies, and how data moves into them."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "rds",
        "Amazon RDS",
        Category.DATABASE,
        Scope.ZONAL,
        "A managed relational database.",
    ),
    Service(
        "aurora",
        "Amazon Aurora",
        Category.DATABASE,
        Scope.REGIONAL | Scope.ZONAL,
        "AWS's own relational database, compatible with MySQL and PostgreSQL, whose storage spans three zones.",
    ),
    Service(
        "rds-proxy",
        "Amazon RDS Proxy",
        Category.DATABASE,
        Scope.ZONAL,
        "Pools and shares connections, so that many short-lived clients do not exhaust a database.",
    ),
    Service(
        "dynamodb",
        "Amazon DynamoDB",
        Category.DATABASE,
        Scope.REGIONAL,
        "A serverless database for key-value pairs and documents that answers within milliseconds.",
    ),
    Service(
        "dynamodb-streams",
        "DynamoDB Streams",
        Category.DATABASE,
        Scope.REGIONAL,
        "Holds every change of a table's items, in order, for 24 hours.",
    ),
    Service(
        "dax",
        "DynamoDB Accelerator (DAX)",
        Category.DATABASE,
        Scope.ZONAL,
        "A cache in front of DynamoDB that answers reads in microseconds.",
    ),
    Service(
        "elasticache",
        "Amazon ElastiCache",
        Category.DATABASE,
        Scope.ZONAL,
        "Keeps data in memory with Valkey, Memcached or Redis OSS, for fast reads.",
    ),
    Service(
        "documentdb",
        "Amazon DocumentDB",
        Category.DATABASE,
        Scope.ZONAL,
        "A database for JSON documents, compatible with MongoDB.",
    ),
    Service(
        "keyspaces",
        "Amazon Keyspaces",
        Category.DATABASE,
        Scope.REGIONAL,
        "A serverless wide-column database, compatible with Apache Cassandra.",
    ),
    Service(
        "neptune",
        "Amazon Neptune",
        Category.DATABASE,
        Scope.ZONAL,
        "A graph database, for data whose connections matter most.",
    ),
    Service(
        "timestream",
        "Amazon Timestream",
        Category.DATABASE,
        Scope.REGIONAL | Scope.ZONAL,
        "A database for time series, such as the measurements of devices.",
    ),
    Service(
        "qldb",
        "Amazon QLDB",
        Category.DATABASE,
        Scope.REGIONAL,
        "Kept a ledger that nobody could alter, until AWS ended the service in July 2025.",
    ),
    Service(
        "dms",
        "AWS Database Migration Service",
        Category.DATABASE,
        Scope.ZONAL,
        "Copies one database to another and keeps them in step until you switch over.",
    ),
    Service(
        "schema-conversion-tool",
        "AWS Schema Conversion Tool",
        Category.DATABASE,
        Scope.ZONAL | Scope.INTERNET,
        "A desktop program that rewrites the schema and code of a database for another engine.",
    ),
)
