package fr.viaduc.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller's method ask for its {@link Viewer} or its {@link Page}. */
final class ViewerArgument implements HandlerMethodArgumentResolver {
    private final Pages pages;

    ViewerArgument(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Page.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        if (parameter.getParameterType() == Page.class) {
            return pages.of(request);
        }
        Viewer viewer = CurrentViewer.of(request);
        if (viewer == null) {
            throw new NotSignedIn();
        }
        return viewer;
    }
}
