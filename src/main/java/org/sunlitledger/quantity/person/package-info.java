/**
 * What identifies a person or a payee: names, ID numbers, account numbers. In: a text. Out: its
 * masked form, or what was found in it. Start with {@link PersonalText}.
 */
@NullMarked
package org.sunlitledger.quantity.person;

import org.jspecify.annotations.NullMarked;
