package fr.viaduc.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Listens to an event after its author's commit, on another thread, in a transaction of the system pool. The event is
 * kept in the database until the method returns, and is given again after a failure: be idempotent.
 *
 * <p>The like of {@code @ApplicationModuleListener}, which works on the web pool without a viewer and so sees no
 * protected row.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Async
@Transactional(transactionManager = "systemTransactionManager", propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
public @interface SystemListener {}
