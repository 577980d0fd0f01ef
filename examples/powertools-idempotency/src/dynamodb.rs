//! Records in a table of DynamoDB, as the original writes them: both may use one table.

use std::collections::HashMap;
use std::time::SystemTime;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use errtax::{Cause, Classify, catch};
use serde_json::{Map, Value};

use crate::client_error::{ClientError, ConditionalCheckFailedException, calling};
use crate::exceptions::{
    BaseError, IdempotencyInvalidStatusError, IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError,
    IdempotencyPersistenceConsistencyError,
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
            (&names.status, Some(text(&record.status))),
            (&names.expiry, record.expiry_timestamp.map(number)),
            (&names.in_progress_expiry, record.in_progress_expiry_timestamp.map(number)),
            (&names.validation, hash(record)),
        ];
        let known = known.into_iter().filter_map(|(name, value)| Some((name.clone(), value?)));
        self.key(&record.idempotency_key).into_iter().chain(known).collect()
    }

    /// The record in an item, of which `attribute` gives the texts and the digits of numbers.
    fn record<'a>(
        &self,
        attribute: impl Fn(&str) -> Option<&'a str>,
    ) -> Result<DataRecord, IdempotencyPersistenceConsistencyError> {
        let names = &self.attributes;
        let needed = |name: &str| attribute(name).ok_or_else(|| lacking(name));
        let number = |name: &str| attribute(name).map(|digits| digits.parse().map_err(|_| lacking(name))).transpose();
        let text = |name: &str| attribute(name).unwrap_or_default().to_owned();
        Ok(DataRecord {
            idempotency_key: needed(&names.key)?.to_owned(),
            sort_key: names.sort_key.as_ref().map(|(name, _)| needed(name).map(str::to_owned)).transpose()?,
            status: needed(&names.status)?.to_owned(),
            expiry_timestamp: number(&names.expiry)?,
            in_progress_expiry_timestamp: number(&names.in_progress_expiry)?,
            response_data: text(&names.data),
            payload_hash: text(&names.validation),
        })
    }

    /// The record in the item that comes with a refusal. The original notes its status in a log, and so fails here
    /// where that is none.
    fn handed_out(&self, item: &Map<String, Value>, now: SystemTime, refusal: &Cause) -> errtax::Result<DataRecord> {
        let there = self
            .record(|name| item.get(name)?.as_object()?.values().next()?.as_str())
            .map_err(|lacking| IdempotencyPersistenceConsistencyError(lacking.0.with_cause(refusal.clone())))?;
        there.status_at(now).map_err(|unknown| IdempotencyInvalidStatusError(unknown.0.with_cause(refusal.clone())))?;
        Ok(there)
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
        let refusal = Cause::from(error);
        let old_data_record = item.map(|item| self.handed_out(&item, now, &refusal)).transpose()?;
        let base = BaseError::default().with_cause(refusal);
        Err(IdempotencyItemAlreadyExistsError { base, old_data_record }.into())
    }

    async fn get(&self, key: &str) -> errtax::Result<DataRecord> {
        let get = self.client.get_item().table_name(&self.table).set_key(Some(self.key(key))).consistent_read(true);
        let got = get.send().await.classify_with::<ClientError>(calling("GetItem"))?;
        let item = got.item.ok_or_else(IdempotencyItemNotFoundError::default)?;
        let record = self.record(|name| {
            item.get(name).and_then(|value| value.as_s().or_else(|_| value.as_n()).ok()).map(String::as_str)
        });
        Ok(record?)
    }

    async fn update(&self, record: &DataRecord) -> errtax::Result<()> {
        let names = &self.attributes;
        let mut update =
            self.client.update_item().table_name(&self.table).set_key(Some(self.key(&record.idempotency_key)));
        let attributes = [
            ("response_data", &names.data, Some(text(&record.response_data))),
            ("expiry", &names.expiry, record.expiry_timestamp.map(number)),
            ("status", &names.status, Some(text(&record.status))),
            ("validation_key", &names.validation, hash(record)),
        ];
        let mut set = Vec::new();
        for (name, attribute, value) in attributes {
            let Some(value) = value else { continue };
            set.push(format!("#{name} = :{name}"));
            update = update
                .expression_attribute_names(format!("#{name}"), attribute)
                .expression_attribute_values(format!(":{name}"), value);
        }
        update = update.update_expression(format!("SET {}", set.join(", ")));
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

/// The hash of what must stay the same, if anything must.
fn hash(record: &DataRecord) -> Option<AttributeValue> {
    (!record.payload_hash.is_empty()).then(|| text(&record.payload_hash))
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

fn number(number: u64) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
