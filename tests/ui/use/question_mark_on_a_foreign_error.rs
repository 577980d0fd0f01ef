fn read() -> errtax::Result<()> {
    Err(std::fmt::Error)?;
    Ok(())
}

fn main() {
    read().unwrap();
}
