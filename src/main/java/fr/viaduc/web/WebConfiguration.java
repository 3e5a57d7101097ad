package fr.viaduc.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** How pages are made: templates, arguments of controllers, assets, one read transaction a page. */
@Configuration
@EnableConfigurationProperties(Organisation.class)
class WebConfiguration implements WebMvcConfigurer {
    private static final int AFTER_SECURITY = 0;
    private final Pages pages;

    WebConfiguration(Pages pages) {
        this.pages = pages;
    }

    @Bean
    static TemplateEngine templates(@Value("${viaduc.templates:}") String folder) {
        return folder.isEmpty()
                ? TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.viaduc.templates")
                : TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of(folder)), Path.of("target/jte-classes"), ContentType.Html);
    }

    @Bean
    static JteViews views(TemplateEngine templates) {
        return new JteViews(templates);
    }

    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> lastResort() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(LastResort.class.getName());
            }
        });
    }

    @Bean
    static FilterRegistrationBean<ReadTransactionFilter> readTransaction(PlatformTransactionManager transactions) {
        var registration = new FilterRegistrationBean<>(new ReadTransactionFilter(transactions));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument(pages));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                // The front end is compressed once, when it is built.
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
