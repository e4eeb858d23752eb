package org.sunlitledger.intake.line;

import org.sunlitledger.quantity.person.PersonalText;

/**
 * A breach of a shape rule.
 *
 * @param field name of the field, or the header of a column; empty for the whole line or file
 * @param found as delivered, with personal data masked
 * @param expected the correct form, for the message
 */
public record ShapeFinding(ShapeRule rule, String field, String found, String expected) {
  public ShapeFinding {
    found = PersonalText.shown(found);
    field = PersonalText.shown(field);
  }
}
