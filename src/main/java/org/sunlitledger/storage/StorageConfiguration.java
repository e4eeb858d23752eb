package org.sunlitledger.storage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sunlitledger.database.DatabaseSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

  @Bean
  StorageFolder storageFolder(StorageSettings settings, DatabaseSettings folders) {
    return new StorageFolder(settings.folderOf(folders));
  }
}
