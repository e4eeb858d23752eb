package org.sunlitledger.console.frame;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CharacterEncodingFilter;

/** Scripts and styles say that they are in UTF-8, as pages do by themselves. */
@Configuration(proxyBeanMethods = false)
class FileEncoding {

  @Bean
  FilterRegistrationBean<CharacterEncodingFilter> filesInUtf8() {
    FilterRegistrationBean<CharacterEncodingFilter> files =
        new FilterRegistrationBean<>(
            new CharacterEncodingFilter(StandardCharsets.UTF_8.name(), true));
    files.addUrlPatterns("/assets/*", "/webjars/*");
    return files;
  }
}
