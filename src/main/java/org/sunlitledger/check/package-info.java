/** What records mean beside other records, and when deliveries count. */
@NullMarked
package org.sunlitledger.check;

import org.jspecify.annotations.NullMarked;
