package fr.viaduc.house;

import fr.viaduc.testing.Town;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The application as the demonstration runs it (no second factor), with counted statements and an address that fails.
 * One running application serves all the classes that carry it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({Town.class, CountedStatements.class, FailingController.class})
@TestPropertySource(properties = {"viaduc.organisation.demo=true", "spring.servlet.multipart.max-file-size=1MB"})
public @interface House {}
