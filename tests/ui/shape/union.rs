use errtax::ServiceError;

#[derive(Clone, Copy, ServiceError)]
union Busy {
    after: u64,
    never: (),
}

fn main() {}
