package org.sunlitledger.intake.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Sides;

/**
 * Combines the amounts of a line's sides: a paid amount is positive, a returned amount is negative.
 */
public final class SignedAmount {
  private final Field field;
  private final int amount;
  private final int debit;
  private final int credit;
  private final int returned;
  private final int side;
  private final boolean hasSides;
  private final boolean hasReturned;
  private final boolean needsSide;
  private final boolean isCreditPaid;

  /**
   * @param isCreditPaid whether the credit side was paid
   */
  public SignedAmount(Header header, Sides sides, boolean isCreditPaid) {
    Register register = header.register();
    this.field = register.field(register.amount().orElseThrow());
    this.amount = register.fields().indexOf(field);
    this.debit = register.fields().indexOf(sides.debit());
    this.credit = register.fields().indexOf(sides.credit());
    this.returned = register.fields().indexOf(sides.returned());
    this.side = register.fields().indexOf(sides.side());
    this.hasSides = header.hasSides();
    this.hasReturned = header.columnOf(sides.returned()) >= 0;
    this.needsSide = !hasSides && header.columnOf(sides.side()) >= 0;
    this.isCreditPaid = isCreditPaid;
  }

  /** Sets the amount among the values, or adds the reason why there is none. */
  public void settle(@Nullable Object[] values, List<ShapeFinding> findings) {
    if (hasSides) {
      values[amount] = ofSides(values, findings);
    } else if (needsSide) {
      values[amount] = onItsSide(values, findings);
    }
    if (hasReturned && values[returned] instanceof Long back) {
      long paid = values[amount] instanceof Long given ? given : 0;
      if (paid == back && back != 0) {
        // money that is paid and returned on the same line would be on no list
        findings.add(
            new ShapeFinding(
                ShapeRule.AMOUNT_SIDES,
                field.name(),
                LedgerScan.yuan(paid) + " / " + LedgerScan.yuan(back),
                ""));
      }
      values[amount] = paid - back;
      findings.removeIf(
          finding -> finding.rule() == ShapeRule.REQUIRED && finding.field().equals(field.name()));
    }
  }

  private @Nullable Long ofSides(@Nullable Object[] values, List<ShapeFinding> findings) {
    long onDebit = values[debit] instanceof Long fen ? fen : 0;
    long onCredit = values[credit] instanceof Long fen ? fen : 0;
    if ((onDebit == 0) == (onCredit == 0)) {
      boolean isBlank = onDebit == 0;
      findings.add(
          isBlank
              ? new ShapeFinding(ShapeRule.REQUIRED, field.name(), "", field.title())
              : new ShapeFinding(
                  ShapeRule.AMOUNT_SIDES,
                  field.name(),
                  LedgerScan.yuan(onDebit) + " / " + LedgerScan.yuan(onCredit),
                  ""));
      return isBlank ? null : onDebit - onCredit;
    }
    return isCreditPaid ? onCredit - onDebit : onDebit - onCredit;
  }

  private @Nullable Long onItsSide(@Nullable Object[] values, List<ShapeFinding> findings) {
    if (!(values[amount] instanceof Long fen)) {
      return null;
    }
    if (!(values[side] instanceof String code) || code.equals("none")) {
      findings.add(
          new ShapeFinding(ShapeRule.AMOUNT_SIDES, field.name(), LedgerScan.yuan(fen), ""));
      return fen;
    }
    boolean isPaid =
        Sides.isClear(code) ? !Sides.isCredit(code) : Sides.isCredit(code) == isCreditPaid;
    return isPaid ? fen : -fen;
  }
}
