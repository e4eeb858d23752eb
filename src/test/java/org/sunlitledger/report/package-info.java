/** Tests of reports, and what their templates were first laid out with. */
@NullMarked
package org.sunlitledger.report;

import org.jspecify.annotations.NullMarked;
