"""Objects, disks, file systems and archives."""

from trainer.cloud.service import Category, Scope, Service

SERVICES = (
    Service(
        "s3",
        "Amazon S3",
        Category.STORAGE,
        Scope.REGIONAL,
        "Keeps files of any kind as objects in general purpose buckets, each under a key of its own.",
    ),
    Service(
        "s3-glacier-instant-retrieval",
        "S3 Glacier Instant Retrieval",
        Category.STORAGE,
        Scope.REGIONAL,
        "A storage class for archives that are read about once a quarter, and then at once.",
    ),
    Service(
        "s3-glacier-flexible-retrieval",
        "S3 Glacier Flexible Retrieval",
        Category.STORAGE,
        Scope.REGIONAL,
        "A storage class for archives that may take minutes to hours to come back.",
    ),
    Service(
        "s3-glacier-deep-archive",
        "S3 Glacier Deep Archive",
        Category.STORAGE,
        Scope.REGIONAL,
        "The cheapest storage class, for what is kept for years and may take a day or two to come back.",
    ),
    Service(
        "s3-on-outposts",
        "Amazon S3 on Outposts",
        Category.STORAGE,
        Scope.ON_PREMISES,
        "Keeps S3 objects on an AWS Outposts rack in your own data center.",
    ),
    Service(
        "ebs-volume",
        "EBS volume",
        Category.STORAGE,
        Scope.AZ | Scope.ZONAL,
        "A disk for instances of one Availability Zone that keeps its data when the instance stops.",
    ),
    Service(
        "ebs-snapshot",
        "EBS snapshot",
        Category.STORAGE,
        Scope.REGIONAL,
        "A copy of a volume at one moment, from which volumes can be made in any zone of the Region.",
    ),
    Service(
        "instance-store",
        "EC2 instance store",
        Category.STORAGE,
        Scope.AZ | Scope.ZONAL,
        "Fast disks in the host of an instance, whose data is lost when the instance stops.",
    ),
    Service(
        "efs",
        "Amazon EFS",
        Category.STORAGE,
        Scope.REGIONAL | Scope.VPC | Scope.AZ,
        "A file system that many Linux machines share over NFS and that grows by itself.",
    ),
    Service(
        "mount-target",
        "EFS mount target",
        Category.STORAGE,
        Scope.ZONAL,
        "Gives an EFS file system an address in a subnet, where machines mount it.",
    ),
    Service(
        "fsx-windows",
        "Amazon FSx for Windows File Server",
        Category.STORAGE,
        Scope.ZONAL,
        "A managed Windows file server that shares files over SMB.",
    ),
    Service(
        "fsx-lustre",
        "Amazon FSx for Lustre",
        Category.STORAGE,
        Scope.ZONAL,
        "A very fast file system for high-performance computing that can be linked to an S3 bucket.",
    ),
    Service(
        "storage-gateway",
        "AWS Storage Gateway",
        Category.STORAGE,
        Scope.ZONAL | Scope.ON_PREMISES,
        "An appliance near your applications that keeps their files, volumes or tapes in AWS.",
    ),
    Service(
        "s3-file-gateway",
        "Amazon S3 File Gateway",
        Category.STORAGE,
        Scope.ZONAL | Scope.ON_PREMISES,
        "Offers S3 buckets as NFS or SMB file shares, with a cache close to the clients.",
    ),
)
