//! One type for each thing that the macros can say.

#![allow(missing_docs, reason = "samples")]

use std::collections::BTreeMap;

use crate::json;
use crate::values::{DateTime, Nullable, UnknownValue};

#[non_exhaustive]
pub struct IsSuccessDto {
    pub success: bool,
    pub extra: json::Extra,
}

impl IsSuccessDto {
    pub fn new(success: bool) -> Self {
        Self { success, extra: json::Extra::new() }
    }
}

json::object! {
    IsSuccessDto {
        0 => success: "success",
    }
    required 1
    rest extra
}

#[non_exhaustive]
pub struct IsSuccessRespDto {
    pub status_code: i64,
    pub message: String,
    pub api_code: Option<i64>,
    pub request_id: Option<String>,
    pub data: IsSuccessDto,
    pub extra: json::Extra,
}

json::object! {
    IsSuccessRespDto {
        0 => status_code: "statusCode",
        1 => message: "message",
        2 => data: "data",
        3 => api_code: "apiCode",
        4 => request_id: "requestId",
    }
    required 3
    rest extra
}

#[non_exhaustive]
pub struct SampleRespDto {
    pub status_code: i64,
    pub data: Sample,
    pub extra: json::Extra,
}

json::object! {
    SampleRespDto {
        0 => status_code: "statusCode",
        1 => data: "data",
    }
    required 2
    rest extra
}

#[non_exhaustive]
pub struct Sample {
    pub id: i64,
    pub small: Option<i32>,
    pub big: Option<u64>,
    pub ratio: Option<f64>,
    pub flag: Option<bool>,
    pub name: Option<String>,
    pub r#type: Method,
    pub level: Option<Level>,
    pub password: Option<String>,
    pub phone: Nullable<String>,
    pub manager: Option<String>,
    pub next: Option<Box<Sample>>,
    pub tags: Option<Vec<String>>,
    pub gaps: Vec<Option<i64>>,
    pub table: BTreeMap<String, IsSuccessDto>,
    pub anything: Option<json::Value>,
    pub choice: Option<Choice>,
    pub pet: Option<Pet>,
    pub at: Option<DateTime>,
    pub extra_2: json::Extra,
}

impl Sample {
    pub fn new(id: i64, r#type: Method) -> Self {
        Self {
            id,
            small: None,
            big: None,
            ratio: None,
            flag: None,
            name: None,
            r#type,
            level: None,
            password: None,
            phone: Nullable::Unset,
            manager: None,
            next: None,
            tags: None,
            gaps: Vec::new(),
            table: BTreeMap::new(),
            anything: None,
            choice: None,
            pet: None,
            at: None,
            extra_2: json::Extra::new(),
        }
    }
}

json::object! {
    Sample {
        0 => id: "id",
        1 => r#type: "type",
        2 => manager: "managerId",
        3 => gaps: "gaps",
        4 => table: "table",
        5 => small: "small",
        6 => big: "big",
        7 => ratio: "ratio",
        8 => flag: "flag",
        9 => name: "name",
        10 => level: "level",
        11 => password: "password",
        12 => phone: "phone",
        13 => next: "next",
        14 => tags: "tags",
        15 => anything: "anything",
        16 => choice: "choice",
        17 => pet: "pet",
        18 => at: "at",
    }
    required 5
    secret {
        "password",
    }
    rest extra_2
}

json::boxed! { Sample }

/// An object whose rest has a type.
#[non_exhaustive]
pub struct Counts {
    pub total: i64,
    pub extra: BTreeMap<String, i64>,
}

json::object! {
    Counts {
        0 => total: "total",
    }
    required 1
    rest extra
}

#[non_exhaustive]
pub enum Method {
    PhonePasscode,
    Password,
    Unknown(UnknownValue),
}

json::open_enum! {
    Method {
        PhonePasscode = "PHONE_PASSCODE",
        Password = "PASSWORD",
    }
    unknown Unknown
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Level {
    Level1,
    Minus1,
    Unknown(i64),
}

json::open_integer_enum! {
    Level {
        Level1 = 1,
        Minus1 = -1,
    }
    unknown Unknown
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Choice {
    List(Vec<IsSuccessDto>),
    Text(String),
    TextList(Vec<String>),
    Cat(Cat),
    Dog(Dog),
    Unknown(json::Value),
}

json::union! {
    Choice {
        List(Vec<IsSuccessDto>),
        Text(String),
        TextList(Vec<String>),
        Cat(Cat),
        Dog(Dog),
    }
    unknown Unknown
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    Cat(Box<Cat>),
    Dog(Dog),
    Unknown(json::Value),
}

json::tagged_union! {
    Pet by "petType" {
        "cat" | "kitten" => Cat(Box<Cat>),
        "dog" => Dog(Dog),
    }
    unknown Unknown
}

/// Describes the tag itself.
#[non_exhaustive]
pub struct Cat {
    pub pet_type: String,
    pub lives: Option<i64>,
    pub extra: json::Extra,
}

impl Cat {
    pub fn new(pet_type: impl Into<String>) -> Self {
        Self { pet_type: pet_type.into(), lives: None, extra: json::Extra::new() }
    }
}

json::object! {
    Cat {
        0 => pet_type: "petType",
        1 => lives: "lives",
    }
    required 1
    rest extra
}

json::boxed! { Cat }

/// Does not.
#[non_exhaustive]
pub struct Dog {
    pub name: String,
    pub extra: json::Extra,
}

impl Dog {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), extra: json::Extra::new() }
    }
}

json::object! {
    Dog {
        0 => name: "name",
    }
    required 1
    rest extra
}
