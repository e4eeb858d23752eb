package org.sunlitledger.database.file;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read files with values of lines, beside their owner.
 *
 * @param group of the operating system; nobody else unless set
 */
@ConfigurationProperties("sunlit.files")
public record FileSettings(@Nullable String group) {}
