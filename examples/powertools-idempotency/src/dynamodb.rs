//! Records in a table of DynamoDB, as the original writes them: both may use one table.

use std::collections::HashMap;
use std::time::SystemTime;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use errtax::{Classify, catch};

use crate::client_error::{ClientError, ConditionalCheckFailedException, calling};
use crate::exceptions::{
    BaseError, IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError, IdempotencyPersistenceConsistencyError,
};
use crate::record::{DataRecord, Status, millis, seconds};
use crate::store::Store;

/// What the attributes of an item are called. By default, as the original calls them.
#[derive(Clone, Debug)]
pub struct Attributes {
    /// The key of the table, or of its partitions.
    pub key: String,
    /// The table's sort key, if it has one, and the value that the partition key has then.
    pub sort_key: Option<(String, String)>,
    /// Until when the record counts: the attribute that DynamoDB's time to live (TTL) is set to.
    pub expiry: String,
    /// Until when the execution may take.
    pub in_progress_expiry: String,
    /// How far it is.
    pub status: String,
    /// What the handler answered.
    pub data: String,
    /// The hash of what must stay the same.
    pub validation: String,
}

impl Default for Attributes {
    fn default() -> Self {
        Self {
            key: "id".into(),
            sort_key: None,
            expiry: "expiration".into(),
            in_progress_expiry: "in_progress_expiration".into(),
            status: "status".into(),
            data: "data".into(),
            validation: "validation".into(),
        }
    }
}

/// A table of DynamoDB.
#[derive(Clone, Debug)]
pub struct DynamoDbStore {
    client: Client,
    table: String,
    attributes: Attributes,
}

/// There is no item; or it has expired; or its execution is overdue.
const COUNTS_NOT: &str = "attribute_not_exists(#id) OR #expiry < :now OR \
    (#status = :inprogress AND attribute_exists(#in_progress_expiry) AND #in_progress_expiry < :now_in_millis)";

impl DynamoDbStore {
    /// The table of that name, whose attributes are called as the original calls them.
    pub fn new(client: Client, table: impl Into<String>) -> Self {
        Self { client, table: table.into(), attributes: Attributes::default() }
    }

    /// The same table, whose attributes are called otherwise.
    #[must_use]
    pub fn with_attributes(self, attributes: Attributes) -> Self {
        Self { attributes, ..self }
    }

    fn key(&self, key: &str) -> HashMap<String, AttributeValue> {
        let attribute = self.attributes.key.clone();
        match &self.attributes.sort_key {
            Some((sort_key, partition)) => [(attribute, text(partition)), (sort_key.clone(), text(key))].into(),
            None => [(attribute, text(key))].into(),
        }
    }

    fn item(&self, record: &DataRecord) -> HashMap<String, AttributeValue> {
        let names = &self.attributes;
        let known = [
            (&names.status, Some(text(record.status.as_str()))),
            (&names.expiry, record.expiry_timestamp.map(number)),
            (&names.in_progress_expiry, record.in_progress_expiry_timestamp.map(number)),
            (&names.validation, (!record.payload_hash.is_empty()).then(|| text(&record.payload_hash))),
        ];
        let known = known.into_iter().filter_map(|(name, value)| Some((name.clone(), value?)));
        self.key(&record.idempotency_key).into_iter().chain(known).collect()
    }

    /// The record in an item, of which `attribute` gives the texts and the digits of numbers.
    fn record<'a>(&self, attribute: impl Fn(&str) -> Option<&'a str>) -> errtax::Result<DataRecord> {
        let names = &self.attributes;
        let needed = |name: &str| attribute(name).ok_or_else(|| lacking(name));
        let number = |name: &str| attribute(name).map(|digits| digits.parse().map_err(|_| lacking(name))).transpose();
        let text = |name: &str| attribute(name).unwrap_or_default().to_owned();
        Ok(DataRecord {
            idempotency_key: needed(&names.key)?.to_owned(),
            sort_key: names.sort_key.as_ref().map(|(name, _)| needed(name).map(str::to_owned)).transpose()?,
            status: needed(&names.status)?.parse()?,
            expiry_timestamp: number(&names.expiry)?,
            in_progress_expiry_timestamp: number(&names.in_progress_expiry)?,
            response_data: text(&names.data),
            payload_hash: text(&names.validation),
        })
    }
}

impl Store for DynamoDbStore {
    async fn put(&self, record: &DataRecord, now: SystemTime) -> errtax::Result<()> {
        let names = &self.attributes;
        let put = self.client.put_item().table_name(&self.table).set_item(Some(self.item(record)));
        let put = put
            .condition_expression(COUNTS_NOT)
            .expression_attribute_names("#id", &names.key)
            .expression_attribute_names("#expiry", &names.expiry)
            .expression_attribute_names("#in_progress_expiry", &names.in_progress_expiry)
            .expression_attribute_names("#status", &names.status)
            .expression_attribute_values(":now", number(seconds(now)))
            .expression_attribute_values(":now_in_millis", number(millis(now)))
            .expression_attribute_values(":inprogress", text(Status::InProgress.as_str()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let Err(error) = put.send().await.classify_with::<ClientError>(calling("PutItem")) else { return Ok(()) };
        let item = catch!(error => {
            e: ConditionalCheckFailedException => e.item.clone(),
            _ => return Err(error),
        });
        let said =
            |item: &serde_json::Map<_, _>| self.record(|name| item.get(name)?.as_object()?.values().next()?.as_str());
        let old_data_record = item.as_ref().map(said).transpose()?;
        let base = BaseError::default().with_cause(error);
        Err(IdempotencyItemAlreadyExistsError { base, old_data_record }.into())
    }

    async fn get(&self, key: &str) -> errtax::Result<DataRecord> {
        let get = self.client.get_item().table_name(&self.table).set_key(Some(self.key(key))).consistent_read(true);
        let got = get.send().await.classify_with::<ClientError>(calling("GetItem"))?;
        let item = got.item.ok_or_else(IdempotencyItemNotFoundError::default)?;
        self.record(|name| {
            item.get(name).and_then(|value| value.as_s().or_else(|_| value.as_n()).ok()).map(String::as_str)
        })
    }

    async fn update(&self, record: &DataRecord) -> errtax::Result<()> {
        let names = &self.attributes;
        let update = self.client.update_item().table_name(&self.table).set_key(Some(self.key(&record.idempotency_key)));
        let set = "SET #response_data = :response_data, #expiry = :expiry, #status = :status";
        let mut update = update
            .expression_attribute_names("#response_data", &names.data)
            .expression_attribute_names("#expiry", &names.expiry)
            .expression_attribute_names("#status", &names.status)
            .expression_attribute_values(":response_data", text(&record.response_data))
            .expression_attribute_values(":expiry", number(record.expiry_timestamp.unwrap_or_default()))
            .expression_attribute_values(":status", text(record.status.as_str()))
            .update_expression(set);
        if !record.payload_hash.is_empty() {
            update = update
                .expression_attribute_names("#validation_key", &names.validation)
                .expression_attribute_values(":validation_key", text(&record.payload_hash))
                .update_expression(format!("{set}, #validation_key = :validation_key"));
        }
        update.send().await.classify_with::<ClientError>(calling("UpdateItem")).map(drop)
    }

    async fn delete(&self, key: &str) -> errtax::Result<()> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(self.key(key)));
        delete.send().await.classify_with::<ClientError>(calling("DeleteItem")).map(drop)
    }
}

fn lacking(name: &str) -> IdempotencyPersistenceConsistencyError {
    IdempotencyPersistenceConsistencyError(BaseError::new(format!("the item has no `{name}` that could be read")))
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

fn number(number: u64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
