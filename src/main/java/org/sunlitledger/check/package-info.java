/** What records mean beside other records: one SQL rule a file, and the findings they make. */
@NullMarked
package org.sunlitledger.check;

import org.jspecify.annotations.NullMarked;
