//! The tree as a flowchart that Mermaid reads, whatever its texts are.

mod fixture;

#[test]
fn each_class_is_a_node_and_each_descent_an_arrow() {
    let chart = fixture::tables().to_mermaid();
    let lines: Vec<_> = chart.lines().collect();
    assert_eq!(lines[0], "flowchart LR");
    for line in [
        "    c0[\"TablesError\"]",
        "    c2([\"LockLost\"])",
        "    c4[[\"LockLost#58;#58;Taken\"]]",
        "    c9[\"Throttled<br>ThrottlingException<br>429 #183; retry#58; throttling\"]",
        "    c14(\"Throttled\"):::outside",
        "    c0 --> c9",
        "    c9 --> c10",
        "    c9 -.-> c14",
        "    classDef outside stroke-dasharray:4 3",
    ] {
        assert!(lines.contains(&line), "no {line}\n{chart}");
    }
    let count = |arrow| lines.iter().filter(|line| line.contains(arrow)).count();
    assert_eq!((lines.len(), count(" --> "), count(" -.-> ")), (1 + 15 + 12 + 2 + 1, 12, 2));
}

#[test]
fn no_text_becomes_a_part_of_the_chart() {
    let contract = fixture::hostile();
    let chart = contract.to_mermaid();
    let mut nodes = 0;
    for line in chart.lines().skip(1) {
        let Some((before, rest)) = line.split_once('"') else { continue };
        nodes += 1;
        let (label, after) = rest.split_once('"').unwrap();
        let shape = (before.trim_start_matches(|c: char| c == ' ' || c == 'c' || c.is_ascii_digit()), after);
        assert!([("[", "]"), ("([", "])"), ("[[", "]]"), ("(", "):::outside")].contains(&shape), "{line}");
        assert!(!label.is_empty(), "Mermaid refuses a label without a character");
        let label = label.replace("<br>", "");
        let is_plain = |c: char| c.is_alphanumeric() || " _#;".contains(c);
        assert!(label.chars().all(is_plain), "{label}");
        // Each `#` begins the number of a character, and each `;` ends one.
        for code in label.split('#').skip(1) {
            let (number, rest) = code.split_once(';').unwrap();
            assert!(!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()), "{label}");
            assert!(!rest.contains(';'), "{label}");
        }
    }
    assert_eq!(nodes, contract.classes.len());
}
