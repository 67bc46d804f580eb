package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/pflag"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	logsapi "k8s.io/component-base/logs/api/v1"
	"k8s.io/klog/v2"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	apiopts "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
)

func apiServerFlags(o options) []string {
	flags := []string{
		"--etcd-servers=" + o.etcdURL(),
		fmt.Sprintf("--secure-port=%d", o.port),
		"--tls-cert-file=" + o.pki("apiserver.crt"),
		"--tls-private-key-file=" + o.pki("apiserver.key"),
		"--client-ca-file=" + o.pki("ca.crt"),
		"--kubelet-client-certificate=" + o.pki("apiserver-kubelet.crt"),
		"--kubelet-client-key=" + o.pki("apiserver-kubelet.key"),
		"--kubelet-preferred-address-types=InternalIP,Hostname",
		"--proxy-client-cert-file=" + o.pki("front-proxy.crt"),
		"--proxy-client-key-file=" + o.pki("front-proxy.key"),
		"--requestheader-client-ca-file=" + o.pki("ca.crt"),
		"--requestheader-allowed-names=front-proxy-client",
		"--requestheader-username-headers=X-Remote-User",
		"--requestheader-group-headers=X-Remote-Group",
		"--requestheader-extra-headers-prefix=X-Remote-Extra-",
		"--service-account-issuer=https://kubernetes.default.svc.cluster.local",
		"--service-account-key-file=" + o.pki("service-account.key"),
		"--service-account-signing-key-file=" + o.pki("service-account.key"),
		"--service-cluster-ip-range=" + serviceCIDR,
		"--authorization-mode=Node,RBAC",
		"--allow-privileged=true",
		"--max-requests-inflight=2000",
		"--max-mutating-requests-inflight=1000",
		"--advertise-address=" + o.address,
	}
	if o.address == loopback {
		// an endpoint must not be a loopback address, and without nodes nobody needs it
		return append(flags, "--bind-address="+loopback, "--endpoint-reconciler-type=none")
	}
	return append(flags, "--bind-address=0.0.0.0")
}

// runAPIServer does what kube-apiserver's main does, without a process of its own.
func runAPIServer(ctx context.Context, o options) error {
	s := apiopts.NewServerRunOptions()
	fs := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	for _, f := range s.Flags().FlagSets {
		fs.AddFlagSet(f)
	}
	err := errors.Join(fs.Parse(apiServerFlags(o)), s.GenericServerRunOptions.ComponentGlobalsRegistry.Set())
	if err != nil {
		return err
	}
	if err := logsapi.ValidateAndApply(s.Logs, utilfeature.DefaultFeatureGate); err != nil {
		return err
	}
	klog.SetOutput(os.Stderr)
	c, err := s.Complete(ctx)
	if err != nil {
		return err
	}
	if errs := c.Validate(); len(errs) != 0 {
		return utilerrors.NewAggregate(errs)
	}
	return apiserver.Run(ctx, c)
}
