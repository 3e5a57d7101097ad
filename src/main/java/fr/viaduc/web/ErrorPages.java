package fr.viaduc.web;

import fr.viaduc.database.DatabaseAway;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Errors people meet: each a clear page with a way out, in their language, without a word of what went wrong inside. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final int RETRY_SECONDS = 10;
    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    /** What escaped every controller: unknown addresses, refused methods, failures before or after a controller. */
    @RequestMapping("${server.error.path:/error}")
    ModelAndView container(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return page(request, response, statusOf(failure), failure);
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return page(request, response, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null);
    }

    @ExceptionHandler(NotSignedIn.class)
    ModelAndView signIn(HttpServletRequest request) {
        String asked =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String back =
                request.getMethod().equals("GET") ? "?retour=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : "";
        return new ModelAndView("redirect:/connexion" + back);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ModelAndView failure(HttpServletRequest request, HttpServletResponse response, Exception failure) throws Exception {
        if (failure instanceof org.springframework.security.access.AccessDeniedException
                || failure instanceof org.springframework.security.core.AuthenticationException) {
            throw failure; // Spring Security answers these
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null; // the tab was closed: nobody is there to read a page
        }
        return page(request, response, statusOf(failure), failure);
    }

    private static HttpStatus statusOf(Throwable failure) {
        if (DatabaseAway.caused(failure)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        Throwable cause = failure instanceof jakarta.servlet.ServletException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return switch (cause) {
            case NotFound ignored -> HttpStatus.NOT_FOUND;
            case Forbidden ignored -> HttpStatus.FORBIDDEN;
            case TooManyRequests ignored -> HttpStatus.TOO_MANY_REQUESTS;
            case MaxUploadSizeExceededException ignored -> HttpStatus.CONTENT_TOO_LARGE;
            // Tomcat's own word for it, when the form's token was looked for in a body that is too large.
            case InvalidParameterException unread -> orFailure(HttpStatus.resolve(unread.getErrorCode()));
            case MultipartException ignored -> HttpStatus.BAD_REQUEST;
            case MethodArgumentTypeMismatchException ignored -> HttpStatus.NOT_FOUND;
            case CannotCreateTransactionException ignored -> HttpStatus.SERVICE_UNAVAILABLE;
            case DataAccessResourceFailureException ignored -> HttpStatus.SERVICE_UNAVAILABLE;
            case TransientDataAccessException ignored -> HttpStatus.SERVICE_UNAVAILABLE;
            case ErrorResponse known ->
                orFailure(HttpStatus.resolve(known.getStatusCode().value()));
            default -> {
                ResponseStatus annotated =
                        AnnotatedElementUtils.findMergedAnnotation(cause.getClass(), ResponseStatus.class);
                yield annotated == null ? HttpStatus.INTERNAL_SERVER_ERROR : annotated.code();
            }
        };
    }

    private static HttpStatus orFailure(@Nullable HttpStatus status) {
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private ModelAndView page(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable Throwable failure) {
        boolean away = status == HttpStatus.SERVICE_UNAVAILABLE;
        if (away && failure != null) {
            log.warn("{} {}: {}", SentForm.method(request), SentForm.address(request), failure.toString());
        } else if (status.is5xxServerError() && failure != null) {
            log.error("{} {}", SentForm.method(request), SentForm.address(request), failure);
        }
        boolean repeatable = SentForm.method(request).equals("GET");
        if (away) {
            response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        }
        if (away && repeatable) {
            // Browsers without scripts try again by themselves too.
            response.setHeader("Refresh", String.valueOf(RETRY_SECONDS));
        }
        if (failure instanceof TooManyRequests often) {
            response.setHeader(
                    "Retry-After", String.valueOf(Math.max(1, often.delay().toSeconds())));
        }
        var view = new ModelAndView("errors/error");
        view.setStatus(status);
        view.addObject("page", pages.of(request));
        SentForm made = SentForm.offered(request);
        view.addObject("kind", made == null ? kind(status) : "session");
        view.addObject("repeatable", repeatable);
        view.addObject("form", made == null && mayBeSentAgain(status) ? SentForm.ofOwnPage(request) : made);
        return view;
    }

    /** Nothing was written, and the same form can be right a moment later. */
    private static boolean mayBeSentAgain(HttpStatus status) {
        return status.is5xxServerError() || status == HttpStatus.TOO_MANY_REQUESTS;
    }

    /** Which of the texts "web.error.*" explains the status. */
    private static String kind(HttpStatus status) {
        return switch (status.value()) {
            case 400, 405, 406, 415, 422 -> "request";
            case 401, 403 -> "forbidden";
            case 404, 410 -> "missing";
            case 409 -> "conflict";
            case 413 -> "large";
            case 429 -> "often";
            case 503 -> "away";
            default -> status.is4xxClientError() ? "request" : "failure";
        };
    }
}
