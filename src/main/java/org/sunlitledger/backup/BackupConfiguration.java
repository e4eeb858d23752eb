package org.sunlitledger.backup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of backups. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BackupSettings.class, RestoreSettings.class})
class BackupConfiguration {}
