fn main() {
    errtax::Error::new(std::fmt::Error);
}
