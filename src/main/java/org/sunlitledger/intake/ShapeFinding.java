package org.sunlitledger.intake;

import org.sunlitledger.quantity.PersonalText;

/**
 * A breach of a shape rule.
 *
 * @param field name of the field, or the header of a column; empty for the whole line or file
 * @param found as delivered, personal data masked
 * @param expected what would have been right, for the message
 */
record ShapeFinding(ShapeRule rule, String field, String found, String expected) {
  ShapeFinding {
    found = PersonalText.shown(found);
    field = PersonalText.shown(field);
  }
}
