package org.sunlitledger.console.delivery;

import org.sunlitledger.open.OpenItem;

/**
 * An item that was set aside.
 *
 * @param isOwn whether the reader is the one who set it aside, and so cannot approve it
 */
public record SetAsideRow(OpenItem item, boolean isOwn) {}
