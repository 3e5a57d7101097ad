package fr.viaduc.people.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So many people sign in at this instant that the next one must wait: 503, try again. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class TooManySignIns extends RuntimeException {}
