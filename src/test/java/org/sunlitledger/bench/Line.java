package org.sunlitledger.bench;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a payment or subsidy and the entry that pays it have in common. */
record Line(
    String voucher,
    LocalDate day,
    String payee,
    String code,
    String document,
    String source,
    String batch,
    String project,
    long fen) {

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  String yuan() {
    return yuan(fen);
  }

  Line voucher(String other) {
    return new Line(other, day, payee, code, document, source, batch, project, fen);
  }

  Line day(LocalDate other) {
    return new Line(voucher, other, payee, code, document, source, batch, project, fen);
  }

  Line payee(String other) {
    return new Line(voucher, day, other, code, document, source, batch, project, fen);
  }

  Line document(String other) {
    return new Line(voucher, day, payee, code, other, source, batch, project, fen);
  }

  Line code(String other) {
    return new Line(voucher, day, payee, other, document, source, batch, project, fen);
  }

  Line source(String other) {
    return new Line(voucher, day, payee, code, document, other, batch, project, fen);
  }

  Line project(String other) {
    return new Line(voucher, day, payee, code, document, source, batch, other, fen);
  }

  Line fen(long other) {
    return new Line(voucher, day, payee, code, document, source, batch, project, other);
  }
}
