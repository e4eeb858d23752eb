/**
 * Names, ID numbers and account numbers of persons and payees. In: a text. Out: its masked form, or
 * the numbers and names found in it. Start with {@link PersonalText}.
 */
@NullMarked
package org.sunlitledger.quantity.person;

import org.jspecify.annotations.NullMarked;
