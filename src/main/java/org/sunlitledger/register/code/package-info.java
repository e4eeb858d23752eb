/**
 * Code lists. In: files of {@code jobs/codes}. Out: codes with their titles and years. Start with
 * {@link CodeLists}.
 */
@NullMarked
package org.sunlitledger.register.code;

import org.jspecify.annotations.NullMarked;
