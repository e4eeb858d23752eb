/** The Spring Batch jobs: starting, restarting and recovering runs. */
@NullMarked
package org.sunlitledger.job;

import org.jspecify.annotations.NullMarked;
