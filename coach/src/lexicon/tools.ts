/** Names of data tools, services, languages and formats, in lower case; `_` joins the words of a name. */
export const TOOLS = `airflow dagster prefect luigi oozie argo mage kestra dbt spark pyspark flink beam kafka kinesis pulsar
  rabbitmq pubsub pub/sub sqs sns snowflake bigquery redshift databricks synapse fabric athena presto trino hive impala hadoop hdfs emr
  dataproc dataflow glue lambda step_functions fivetran airbyte stitch meltano nifi talend informatica ssis matillion debezium
  postgres postgresql mysql mariadb oracle mssql sql_server db2 mongodb mongo cassandra dynamodb redis elasticsearch opensearch clickhouse
  druid pinot duckdb sqlite vertica teradata greenplum neo4j s3 gcs adls azure aws gcp iceberg delta_lake delta hudi parquet
  avro orc protobuf json csv xml docker kubernetes k8s helm terraform ansible jenkins gitlab github circleci
  github_actions datadog grafana prometheus splunk kibana pagerduty opsgenie looker tableau power_bi powerbi superset metabase qlik
  python scala java sql bash pandas polars numpy dask ray jupyter great_expectations soda monte_carlo datahub amundsen
  collibra unity_catalog openlineage marquez schema_registry ksql ksqldb materialize rockset cloud_functions cloud_run
  ec2 ecs eks fargate vpc iam kms cloudwatch eventbridge msk firehose quicksight sagemaker mlflow feast excel power_query
  sqoop flume zookeeper confluent nessie lakehouse hightouch census segment snowplow sftp ftp fastapi flask django rest graphql
  grpc sqlalchemy cron celery streamlit chatgpt copilot claude llm gpt sqlmesh liquibase flyway goldengate cdc kafka_connect vault`
