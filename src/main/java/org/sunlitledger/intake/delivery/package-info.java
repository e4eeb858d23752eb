/**
 * A delivery: one text file or one sheet, its lines below the header, and its row in the database.
 * In: a file. Out: deliveries and their lines in order. Start with {@link Deliveries} and {@link
 * DeliveryLines}.
 */
@NullMarked
package org.sunlitledger.intake.delivery;

import org.jspecify.annotations.NullMarked;
